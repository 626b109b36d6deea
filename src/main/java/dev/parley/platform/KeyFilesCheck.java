package dev.parley.platform;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whoever can read a key of the server can be anybody.
final class KeyFilesCheck implements StartCheck {

  @Override
  public String name() {
    return "key-files";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var open =
        keys(settings.get(DataFolder.class).folder()).stream()
            .filter(FileMode::isOpenToOthers)
            .map(key -> "'%s'".formatted(key.toAbsolutePath()))
            .collect(joining(" "));
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Weakness.anywhere(
                "Other users of this machine may open %s.".formatted(open),
                "Close it: chmod go= %s. If others have had access, delete it and another is made."
                    .formatted(open)));
  }

  private static List<Path> keys(Path folder) {
    var keys = new ArrayList<Path>();
    if (Files.isDirectory(folder)) {
      try (var found = Files.newDirectoryStream(folder, "*.key")) {
        found.forEach(keys::add);
      } catch (IOException e) {
        throw new UnsafeStart(
            "The data folder %s cannot be read: %s".formatted(folder, e.getMessage()),
            "Let this user read it, or set PARLEY_DATA to another.",
            e);
      }
    }
    return keys;
  }
}
