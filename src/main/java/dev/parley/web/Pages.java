package dev.parley.web;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What the server shows people and programs: the page to talk to it, the page to run it, first
/// steps for those who write programs, the document of its interface, that document in Swagger UI
/// and in ReDoc, and the pages that links in mails lead to. All of it is on board: nothing is
/// fetched from other hosts.
@RestController
class Pages {

  private static final String POLICY =
      """
      default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
      connect-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'""";

  /// Text that becomes elements passes the library that cleans it, or the browser refuses it.
  private static final String POLICY_WITH_TEXT =
      POLICY + "; require-trusted-types-for 'script'; trusted-types dompurify";

  /// Swagger UI and ReDoc write styles into the page while they run.
  private static final String POLICY_WITH_STYLES = POLICY + " 'unsafe-inline'";

  /// ReDoc searches in a worker that it makes from its own text.
  private static final String POLICY_WITH_WORKER = POLICY_WITH_STYLES + "; worker-src blob:";

  private static final CacheControl ASK_AGAIN = CacheControl.noCache();
  private static final CacheControl KEEP = CacheControl.maxAge(Duration.ofDays(365)).immutable();

  /// Each page with its file and its policy.
  private final Map<String, Supplier<Asset>> pages;

  private final Assets assets;
  private final Supplier<Asset> openApi = SingletonSupplier.of(OpenApi::document);

  Pages(Assets assets) {
    this.assets = assets;
    pages =
        Map.of(
            "/", page("chat.html", POLICY_WITH_TEXT),
            "/admin", page("admin.html", POLICY_WITH_TEXT),
            "/start", page("start.html", POLICY),
            "/docs", page("docs.html", POLICY_WITH_STYLES),
            "/redoc", page("redoc.html", POLICY_WITH_WORKER),
            "/verify", page("verify.html", POLICY),
            "/reset", page("reset.html", POLICY));
  }

  private Supplier<Asset> page(String file, String policy) {
    return SingletonSupplier.of(() -> assets.page(file, policy));
  }

  /// In a link of a mail the token stands in the fragment, so it never comes here: the page sends
  /// it once somebody presses the button.
  @GetMapping({"/", "/admin", "/start", "/docs", "/redoc", "/verify", "/reset"})
  ResponseEntity<byte[]> page(
      ServerHttpRequest request,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false)
          @Nullable String encodings) {
    var page = pages.get(request.getPath().value());
    return Objects.requireNonNull(page).get().answer(ASK_AGAIN, encodings);
  }

  @GetMapping("/openapi.json")
  ResponseEntity<byte[]> openApi(
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false)
          @Nullable String encodings) {
    return openApi.get().answer(ASK_AGAIN, encodings);
  }

  /// @param version of the assets that is meant; with another one, while servers are being
  /// replaced, what is here is not to be kept
  @GetMapping("/assets/{version}/{*name}")
  ResponseEntity<byte[]> asset(
      @PathVariable String version,
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false)
          @Nullable String encodings) {
    var asset = assets.find(name.replaceFirst("^/", "")).orElseThrow(NotFound::new);
    return asset.answer(assets.version().equals(version) ? KEEP : ASK_AGAIN, encodings);
  }
}
