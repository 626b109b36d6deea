package dev.parley.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Tells how far a long test is, and writes down what came of it, in `target/endurance.txt`.
final class Report {

  private static final Path FILE = Path.of("target", "endurance.txt");

  private final String test;

  Report(String test) {
    this.test = test;
  }

  /// Says how far it is.
  void progress(String what) {
    System.out.println(test + ": " + what);
  }

  /// Says what came of it, and keeps that.
  void result(String what) {
    var line = test + ": " + what;
    System.out.println(line);
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
