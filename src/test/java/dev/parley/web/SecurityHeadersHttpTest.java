package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  @ParameterizedTest
  @ValueSource(strings = {"/account", "/conversations", "/api/health", "/nothing", "/messages/x"})
  void letBrowsersNeitherGuessNorKeepNorFrame(String path) {
    var headers = MEMBER.get(path).headers();
    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
    assertThat(headers.allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; frame-ancestors 'none'");
  }

  @Test
  void standOnRefusalsToo() {
    var headers = SERVER.client().get("/account").expect(401).headers();
    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
    assertThat(MEMBER.send("PUT", "/account", null, Map.of()).headers().allValues("Cache-Control"))
        .containsExactly("no-store");
  }

  @Test
  void standOnEventStreamsToo() throws InterruptedException {
    try (var stream = EventStream.get(SERVER.uri("/events"), MEMBER.headers())) {
      var headers = stream.headers();
      assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
      assertThat(headers.allValues("X-Accel-Buffering")).containsExactly("no");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/redoc"})
  void letPagesLoadFromHereAlone(String path) {
    var policy = MEMBER.get(path).expect(200).headers().allValues("Content-Security-Policy");
    assertThat(policy)
        .singleElement()
        .asString()
        .contains("script-src 'self';", "default-src 'none'");
  }

  @Test
  void doNotSayWhatServes() {
    var headers = MEMBER.get("/account").headers().map().keySet();
    assertThat(headers).doesNotContain("server", "x-powered-by", "set-cookie");
  }
}
