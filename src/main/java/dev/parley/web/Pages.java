package dev.parley.web;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the server shows people and programs: a start page, the document of its interface, that
/// document in Swagger UI and in ReDoc, and the pages that links in mails lead to. All of it is on
/// board: nothing is fetched from other hosts.
@RestController
class Pages {

  private static final String POLICY =
      """
      default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
      connect-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'""";

  /// Swagger UI and ReDoc write styles into the page while they run.
  private static final String POLICY_WITH_STYLES = POLICY + " 'unsafe-inline'";

  /// ReDoc searches in a worker that it makes from its own text.
  private static final String POLICY_WITH_WORKER = POLICY_WITH_STYLES + "; worker-src blob:";

  private static final CacheControl ASK_AGAIN = CacheControl.noCache();
  private static final CacheControl KEEP = CacheControl.maxAge(Duration.ofDays(365)).immutable();

  private final Assets assets;
  private final Supplier<Asset> start;
  private final Supplier<Asset> swaggerUi;
  private final Supplier<Asset> redoc;
  private final Supplier<Asset> verify;
  private final Supplier<Asset> reset;
  private final Supplier<Asset> openApi = SingletonSupplier.of(OpenApi::document);

  Pages(Assets assets) {
    this.assets = assets;
    start = SingletonSupplier.of(() -> assets.page("index.html"));
    swaggerUi = SingletonSupplier.of(() -> assets.page("docs.html"));
    redoc = SingletonSupplier.of(() -> assets.page("redoc.html"));
    verify = SingletonSupplier.of(() -> assets.page("verify.html"));
    reset = SingletonSupplier.of(() -> assets.page("reset.html"));
  }

  @GetMapping("/")
  ResponseEntity<byte[]> start() {
    return start.get().answer(ASK_AGAIN, POLICY);
  }

  @GetMapping("/docs")
  ResponseEntity<byte[]> swaggerUi() {
    return swaggerUi.get().answer(ASK_AGAIN, POLICY_WITH_STYLES);
  }

  @GetMapping("/redoc")
  ResponseEntity<byte[]> redoc() {
    return redoc.get().answer(ASK_AGAIN, POLICY_WITH_WORKER);
  }

  /// Where the links in mails lead. The token stands in the fragment, so it never comes here: the
  /// page sends it once somebody presses the button.
  @GetMapping("/verify")
  ResponseEntity<byte[]> verify() {
    return verify.get().answer(ASK_AGAIN, POLICY);
  }

  @GetMapping("/reset")
  ResponseEntity<byte[]> reset() {
    return reset.get().answer(ASK_AGAIN, POLICY);
  }

  @GetMapping("/openapi.json")
  ResponseEntity<byte[]> openApi() {
    return openApi.get().answer(ASK_AGAIN);
  }

  /// @param tag the tag of the asset that is meant; with that of another version, while servers are
  /// being replaced,
  ///     this version is not to be kept
  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> asset(
      @PathVariable String name, @RequestParam(name = "v", required = false) @Nullable String tag) {
    var asset = assets.find(name).orElseThrow(NotFound::new);
    return asset.answer(asset.tag().equals(tag) ? KEEP : ASK_AGAIN);
  }
}
