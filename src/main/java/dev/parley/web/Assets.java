package dev.parley.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.util.function.SingletonSupplier;

/// The pages' scripts, styles and pictures, read when they are asked for first.
///
/// All of them stand below one version, which changes with any of them. So a script names the next
/// one relative to itself, and browsers keep all of them without asking again.
@Component
final class Assets {

  private static final String OWN = "pages/";
  private static final String WEBJARS = "classpath*:META-INF/resources/webjars/";

  /// Comes as a script, and is to be a module that is loaded when there is code to highlight.
  private static final String HIGHLIGHT = "lib/highlight.js";

  private static final byte[] EXPORT = "\nexport default hljs;\n".getBytes(StandardCharsets.UTF_8);

  /// What others wrote, below `lib/`.
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lib/swagger-ui.css",
          "swagger-ui/*/swagger-ui.css",
          "lib/swagger-ui-bundle.js",
          "swagger-ui/*/swagger-ui-bundle.js",
          "lib/redoc.standalone.js",
          "redoc/*/bundles/redoc.standalone.js",
          "lib/marked.js",
          "marked/*/lib/marked.esm.js",
          "lib/purify.js",
          "dompurify/*/dist/purify.es.mjs",
          HIGHLIGHT,
          "highlightjs/*/highlight.min.js");

  private static final String ADDRESS = "\"/assets/";

  private final Supplier<Map<String, Resource>> files = SingletonSupplier.of(Assets::files);
  private final Supplier<String> version = SingletonSupplier.of(this::digest);
  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  /// @param name its path below the version
  Optional<Asset> find(String name) {
    return Optional.ofNullable(files.get().get(name))
        .map(file -> assets.computeIfAbsent(name, _ -> new Asset(name, content(name, file))));
  }

  private static byte[] content(String name, Resource file) {
    var content = read(file);
    if (!HIGHLIGHT.equals(name)) {
      return content;
    }
    var module = Arrays.copyOf(content, content.length + EXPORT.length);
    System.arraycopy(EXPORT, 0, module, content.length, EXPORT.length);
    return module;
  }

  /// A word that changes with what is in any of the files.
  String version() {
    return version.get();
  }

  /// A page in which the addresses of assets have their version.
  ///
  /// @param policy what a browser may load for it
  Asset page(String name, String policy) {
    var html = new String(read("classpath:" + OWN + name), StandardCharsets.UTF_8);
    var addressed = html.replace(ADDRESS, ADDRESS + version() + "/");
    return new Asset(name, addressed.getBytes(StandardCharsets.UTF_8), policy);
  }

  private static Map<String, Resource> files() {
    var found = new TreeMap<String, Resource>();
    for (var file : all("classpath:" + OWN + "**/*.*")) {
      var name = name(file);
      if (!name.endsWith(".html")) {
        found.put(name, file);
      }
    }
    LIBRARIES.forEach((name, file) -> found.put(name, one(WEBJARS + file)));
    return found;
  }

  private static String name(Resource file) {
    try {
      var address = file.getURL().getPath();
      return address.substring(address.lastIndexOf("/" + OWN) + OWN.length() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String digest() {
    var all = new StringBuilder();
    files
        .get()
        .forEach((name, file) -> all.append(name).append(DigestUtils.md5DigestAsHex(read(file))));
    return DigestUtils.md5DigestAsHex(all.toString().getBytes(StandardCharsets.UTF_8))
        .substring(0, 12);
  }

  /// @param pattern where there is one such file, with `*` for a version
  private static Resource one(String pattern) {
    var found = all(pattern);
    if (found.length != 1) {
      throw new IllegalStateException(
          "%d files on the class path are %s".formatted(found.length, pattern));
    }
    return found[0];
  }

  private static Resource[] all(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param pattern where there is one such file
  static byte[] read(String pattern) {
    return read(one(pattern));
  }

  private static byte[] read(Resource file) {
    try {
      return file.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
