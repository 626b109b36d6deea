package dev.parley.web;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The pages' scripts, styles and pictures, read when they are asked for first.
@Component
final class Assets {

  private static final String OWN = "classpath:pages/";
  private static final String SWAGGER_UI = "classpath*:META-INF/resources/webjars/swagger-ui/*/";
  private static final String REDOC = "classpath*:META-INF/resources/webjars/redoc/*/bundles/";

  private static final Map<String, String> FOLDERS =
      Map.ofEntries(
          entry("icon.svg", OWN),
          entry("start.css", OWN),
          entry("start.js", OWN),
          entry("proof.css", OWN),
          entry("proof.js", OWN),
          entry("docs.css", OWN),
          entry("docs.js", OWN),
          entry("redoc.css", OWN),
          entry("redoc.js", OWN),
          entry("swagger-ui.css", SWAGGER_UI),
          entry("swagger-ui-bundle.js", SWAGGER_UI),
          entry("redoc.standalone.js", REDOC));

  private static final Pattern ADDRESS = Pattern.compile("\"/assets/([^\"]+)\"");

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  Optional<Asset> find(String name) {
    return Optional.ofNullable(FOLDERS.get(name))
        .map(folder -> assets.computeIfAbsent(name, _ -> new Asset(name, read(folder + name))));
  }

  /// A page in which the address of each asset has its tag, so that browsers may keep assets
  /// without asking again.
  Asset page(String name) {
    var html = new String(read(OWN + name), StandardCharsets.UTF_8);
    var tagged =
        ADDRESS
            .matcher(html)
            .replaceAll(
                address ->
                    "\"/assets/%s?v=%s\""
                        .formatted(address.group(1), find(address.group(1)).orElseThrow().tag()));
    return new Asset(name, tagged.getBytes(StandardCharsets.UTF_8));
  }

  /// @param pattern where there is one such file, with `*` for a version
  static byte[] read(String pattern) {
    try {
      var found = new PathMatchingResourcePatternResolver().getResources(pattern);
      if (found.length != 1) {
        throw new IllegalStateException(
            "%d files on the class path are %s".formatted(found.length, pattern));
      }
      return found[0].getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
