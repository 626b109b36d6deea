package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of all that servers have answered the [Client]s of this run, but for the secrets that
/// each answer shows by right.
public final class Answers {

  private static final Path FILE = Path.of("target", "answers.txt");
  private static final Writer WRITER = open();

  private Answers() {}

  static void record(Response answer) {
    try {
      var head = Secrets.learn(String.valueOf(answer.headers().map()));
      var seen = Secrets.learn(answer.raw());
      synchronized (WRITER) {
        WRITER.append(head).append('\n');
        WRITER.append(seen).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file, with everything up to now.
  public static Path file() {
    try {
      synchronized (WRITER) {
        WRITER.flush();
      }
      return FILE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Writer open() {
    try {
      Files.createDirectories(FILE.getParent());
      return Files.newBufferedWriter(FILE, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
