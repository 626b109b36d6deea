package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PagesHttpTest {

  private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"#][^\"]*)\"");

  private final Client anybody = TestServer.shared().client();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/admin",
        "/start",
        "/docs",
        "/docs/",
        "/redoc",
        "/redoc/",
        "/reset",
        "/verify/"
      })
  void aPageIsThereWithAndWithoutASlash(String path) {
    var page = anybody.get(path).expect(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/admin", "/start", "/docs", "/redoc", "/reset", "/verify"})
  void aPageRunsNothingButItsOwnFiles(String path) {
    var page = anybody.get(path);
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; ")
        .contains("; script-src 'self';", "; frame-ancestors 'none';")
        .doesNotContain("unsafe-eval", "http:", "https:", "*");
    assertThat(page.raw()).doesNotContain("<style", " style=", " onclick=", "<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/admin", "/start", "/docs", "/redoc", "/reset", "/verify"})
  void allThatAPageLeadsToIsOnThisServer(String path) {
    assertThat(addresses(anybody.get(path)))
        .isNotEmpty()
        .allSatisfy(
            address -> {
              assertThat(address).matches("/[^/].*|/");
              anybody.get(address).expect(200);
            });
  }

  @Test
  void anAssetIsKeptUnlessItIsOfAnotherVersion() {
    var address = addresses(anybody.get("/docs")).getFirst();
    assertThat(anybody.get(address).header("Cache-Control"))
        .isEqualTo("max-age=31536000, immutable");
    var older = address.replaceFirst("(/assets/)\\w+", "$1older");
    assertThat(anybody.get(older).expect(200).header("Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/chat.css",
        "/assets/0/nothing.js",
        "/assets/0/chat.html",
        "/assets/0/..%2fapplication.yaml",
        "/assets/0/chat/../../application.yaml",
        "/webjars/swagger-ui/5.30.1/index.html"
      })
  void anotherFileIsNotThere(String path) {
    anybody.get(path).expectProblem(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/redoc", "/openapi.json", "/assets/0/lib/swagger-ui.css"})
  void headSaysWhatGetWouldGive(String path) {
    var head = anybody.send("HEAD", path, null, Map.of()).expect(200);
    assertThat(head.raw()).isEmpty();
    assertThat(head.header("Content-Length"))
        .isEqualTo(anybody.get(path).header("Content-Length"))
        .isNotEmpty();
  }

  @Test
  void theDocumentIsJsonAndIsSentOnce() {
    var document = anybody.get("/openapi.json").expect(200);
    assertThat(document.header("Content-Type")).isEqualTo("application/json");
    assertThat(document.body()).isEqualTo(JsonMapper.shared().readTree(OpenApi.json()));
    var tag = Map.of("If-None-Match", document.header("ETag"));
    assertThat(anybody.send("GET", "/openapi.json", null, tag).expect(304).raw()).isEmpty();
  }

  private static List<String> addresses(Response page) {
    return ADDRESS.matcher(page.raw()).results().map(found -> found.group(1)).distinct().toList();
  }
}
