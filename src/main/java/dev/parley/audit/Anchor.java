package dev.parley.audit;

import dev.parley.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The last seal of this node, in a file beside the database: who puts an older database in the
/// place of the newer one has not changed this.
@Component
class Anchor {

  /// A segment that there has been.
  record Known(long number, String seal) {

    static Optional<Known> parse(String text) {
      var parts = text.strip().split(":", -1);
      return parts.length == 2 && parts[0].matches("\\d{1,18}")
          ? Optional.of(new Known(Long.parseLong(parts[0]), parts[1]))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return number + ":" + seal;
    }
  }

  private static final Logger log = LoggerFactory.getLogger(Anchor.class);
  private static final String FILE = "audit.anchor";

  private final DataFolder data;

  Anchor(DataFolder data) {
    this.data = data;
  }

  void keep(Known known) {
    var file = data.file(FILE);
    var draft = file.resolveSibling(FILE + ".new");
    try {
      Files.writeString(draft, known + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("The last seal of the record cannot be kept beside the database: {}", e.toString());
    }
  }

  Optional<Known> find() {
    return read(data.folder().resolve(FILE));
  }

  private static Optional<Known> read(Path file) {
    try {
      return Files.exists(file) ? Known.parse(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      log.warn("The last seal of the record cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }
}
