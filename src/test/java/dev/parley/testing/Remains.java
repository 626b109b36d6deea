package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What tests leave behind, of all processes that they run in: each has a folder of its own.
public final class Remains {

  private static final Path ALL = Path.of("target", "remains");
  private static final Path OWN = own();

  private Remains() {}

  /// A file of this process.
  static Path file(String name) {
    return OWN.resolve(name);
  }

  /// Adds lines to a file of this process, from where they can be read at once.
  static synchronized void add(String name, String... lines) {
    try {
      Files.write(file(name), List.of(lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files of that name of all processes, this and those before it.
  public static List<Path> files(String name) {
    try (var processes = Files.list(ALL)) {
      return processes.map(process -> process.resolve(name)).filter(Files::exists).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of all those files.
  static List<String> lines(String name) {
    return files(name).stream().flatMap(file -> read(file).lines()).distinct().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path own() {
    try {
      return Files.createDirectories(ALL.resolve(String.valueOf(ProcessHandle.current().pid())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
