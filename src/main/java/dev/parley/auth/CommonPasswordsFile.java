package dev.parley.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Makes the file of the [CommonPasswords] from their list, while the program is built.
final class CommonPasswordsFile {

  private CommonPasswordsFile() {}

  /// @param arguments the list, compressed by gzip, and the folder for the file
  static void main(String[] arguments) throws IOException {
    var list = Path.of(arguments[0]);
    var file = Path.of(arguments[1], CommonPasswords.FILE);
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(list)), StandardCharsets.UTF_8))) {
      var keys = lines.lines().mapToLong(CommonPasswords::key).distinct().toArray();
      Files.write(file, XorFilter.of(keys).bytes().array());
    }
  }
}
