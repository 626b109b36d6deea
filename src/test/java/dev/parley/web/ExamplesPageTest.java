package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/api.md`, the interface by example.
class ExamplesPageTest {

  private static final Pattern CALL = Pattern.compile("(?:\\$PARLEY|api [\"']?)(/[^?\"'\\s]*)");
  private static final Pattern FOUND = Pattern.compile("\\$\\((?:grep|value)[^()]*\\)");

  @Test
  void callsWhatThereIs() throws IOException {
    var page = FOUND.matcher(Files.readString(Path.of("docs/api.md"))).replaceAll("{}");
    var called =
        CALL.matcher(page)
            .results()
            .map(call -> call.group(1).replaceAll("\\$[A-Z]+", "{}").replaceAll("/$", ""))
            .toList();
    assertThat(called).hasSizeGreaterThan(50).allMatch(documented()::contains);
  }

  private static Collection<String> documented() {
    var paths = new TreeSet<String>();
    for (var path : Place.DOCUMENT.path("paths").propertyNames()) {
      paths.add(path.replaceAll("\\{[^}]*\\}", "{}"));
    }
    return paths;
  }
}
