package dev.parley.promise;

import dev.parley.testing.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Figures by the keys of their promises.
final class MeasuredFigures {

  private static final Pattern LINE =
      Pattern.compile("(?m)^\\|.*<a id=\"([^\"]+)\"></a>.*\\| ([^|]+) \\|$");

  private MeasuredFigures() {}

  /// What a promise's line is known by.
  static String mark(String promise) {
    return "<a id=\"%s\"></a>".formatted(promise);
  }

  /// Those of the page that is committed.
  static Map<String, String> committed() throws IOException {
    return Files.exists(ReliabilityPage.COMMITTED)
        ? on(Files.readString(ReliabilityPage.COMMITTED))
        : new TreeMap<>();
  }

  static Map<String, String> on(String page) {
    var figures = new TreeMap<String, String>();
    LINE.matcher(page).results().forEach(line -> figures.put(line.group(1), line.group(2)));
    return figures;
  }

  /// Those that tests have left since the last `clean`.
  static Map<String, String> ofThisBuild() throws IOException {
    var figures = new TreeMap<String, String>();
    if (Files.exists(Figures.FOLDER)) {
      try (var files = Files.list(Figures.FOLDER)) {
        for (var file : files.sorted().toList()) {
          var name = file.getFileName().toString().split("@", 2);
          var where = name[1].isEmpty() ? "" : name[1] + ": ";
          figures.merge(name[0], where + Files.readString(file), "%s<br>%s"::formatted);
        }
      }
    }
    return figures;
  }
}
