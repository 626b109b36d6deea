package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.Keeps;
import dev.parley.testing.RawConnection;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void standOnPreflightsToo() {
    var headers =
        RawConnection.to(SERVER.uri("/"))
            .head(
                "OPTIONS /conversations HTTP/1.1",
                "Host: localhost",
                "Origin: https://chat.example.com",
                "Access-Control-Request-Method: POST")
            .read()
            .expect(200)
            .headers();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
  }

  /// The web server itself answers these, before anything of the program sees them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /\u0000 HTTP/1.1 | 400",
        "no HTTP at all | 400",
      })
  void standOnAnswersToWhatIsNoRequest(String line, int status) {
    try (var connection = RawConnection.to(SERVER.uri("/"))) {
      var answer = connection.head(line, "Host: localhost").read().expect(status);
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
    }
  }

  @Test
  void standOnAnswersToWhatIsTooLong() {
    try (var connection = RawConnection.to(SERVER.uri("/"))) {
      var answer = connection.head("GET /" + "a".repeat(20_000) + " HTTP/1.1").read();
      assertThat(answer.status()).isEqualTo(414);
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }
  }

  @Test
  void sayNothingOfEncryptionWhereThereIsNone() {
    assertThat(MEMBER.get("/account").header("Strict-Transport-Security")).isEmpty();
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

  @Keeps("markup.page")
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
