package dev.parley.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What stands in the database's files, byte for byte.
final class Stored {

  private Stored() {}

  static String text(Path folder) {
    var text = new StringBuilder();
    for (var name : new String[] {"parley.db", "parley.db-wal"}) {
      try {
        text.append(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text.toString();
  }
}
