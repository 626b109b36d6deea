package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What was measured while a promise was tested, for the page that lists promises.
public final class Figures {

  /// A file for each promise that has a figure, and each database.
  public static final Path FOLDER = Path.of("target", "figures");

  private static final String DATABASE = System.getProperty("parley.database", "");

  private static final Map<String, Double> WORST = new HashMap<>();

  private Figures() {}

  /// Milliseconds since then, as [System#nanoTime()] had it.
  public static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  /// Keeps the largest of all that are told of this promise in one run of the tests.
  ///
  /// @param promise its key
  /// @param sentence with one place for the number, such as `%.0f ms at most`
  public static synchronized void atMost(String promise, double number, String sentence) {
    if (WORST.merge(promise, number, Math::max) > number) {
      return;
    }
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(
          FOLDER.resolve(promise + "@" + DATABASE), String.format(Locale.ROOT, sentence, number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
