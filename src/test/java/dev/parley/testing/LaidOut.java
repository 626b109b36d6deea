package dev.parley.testing;

import java.io.IOException;
import java.nio.file.Path;

/// The packaged program in a folder, as `bin/layout` makes it of the jar: from there it starts in a
/// third of the time. It is made once for all tests.
final class LaidOut {

  static final Path JAVA = Path.of(System.getProperty("java.home"));
  static final Path FOLDER = make(Path.of("target", "parley").toAbsolutePath());

  private LaidOut() {}

  private static Path make(Path folder) {
    var log = folder.resolveSibling("layout.log").toFile();
    var layout = new ProcessBuilder("bin/layout", folder.toString());
    layout.redirectErrorStream(true).redirectOutput(log);
    layout.environment().put("JAVA_HOME", JAVA.toString());
    try {
      if (layout.start().waitFor() != 0) {
        throw new AssertionError("bin/layout failed, see " + log);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    return folder;
  }
}
