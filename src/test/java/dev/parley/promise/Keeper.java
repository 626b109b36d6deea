package dev.parley.promise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parley.testing.Keeps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A test that keeps a promise.
///
/// @param method none where all tests of the class do so together
record Keeper(String promise, Class<?> type, @Nullable String method) {

  private static final Path CLASSES = Path.of("target", "test-classes");

  /// All that are compiled, by class and method.
  static List<Keeper> all() {
    try (var files = Files.walk(CLASSES.resolve("dev"))) {
      return files
          .filter(file -> file.toString().endsWith(".class") && isMarked(file))
          .map(file -> CLASSES.relativize(file).toString())
          .sorted()
          .flatMap(Keeper::in)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where its source stands, below the folder of all tests.
  String source() {
    return type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
  }

  /// Only those are loaded whose bytes name the mark.
  private static boolean isMarked(Path file) {
    try {
      return Files.readString(file, ISO_8859_1).contains(Keeps.class.getName().replace('.', '/'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Keeper> in(String file) {
    var type = load(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
    return Stream.concat(
        keptBy(type).map(promise -> new Keeper(promise, type, null)),
        Arrays.stream(type.getDeclaredMethods())
            .sorted(Comparator.comparing(Method::getName))
            .flatMap(
                method ->
                    keptBy(method).map(promise -> new Keeper(promise, type, method.getName()))));
  }

  private static Stream<String> keptBy(AnnotatedElement element) {
    var keeps = element.getAnnotation(Keeps.class);
    return keeps == null ? Stream.empty() : Arrays.stream(keeps.value());
  }

  /// Looks at it without having it do anything.
  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Keeper.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
