package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Whether the data folder can be written and has room.
@Component
@Order(2)
class FolderCheckup implements Checkup {

  private static final long MEGABYTE = 1_000_000;
  private static final long LITTLE = 1_000 * MEGABYTE;

  private final DataFolder data;

  FolderCheckup(DataFolder data) {
    this.data = data;
  }

  @Override
  public String name() {
    return "data folder";
  }

  @Override
  public Result examine() {
    var folder = data.folder().toAbsolutePath();
    if (!Files.isDirectory(folder)) {
      return new Doubtful(folder + " is not there yet.", "The first start makes it.");
    }
    if (!Files.isWritable(folder)) {
      return new Ill(folder + " cannot be written.", "Let this user write it: chown, chmod u+w.");
    }
    return room(folder);
  }

  private static Result room(Path folder) {
    try {
      var free = Files.getFileStore(folder).getUsableSpace();
      var say = "%s has room for %d MB".formatted(folder, free / MEGABYTE);
      return free < LITTLE
          ? new Doubtful(say + ".", "Make room: with none left nothing can be stored.")
          : new Well(say);
    } catch (IOException e) {
      return new Ill("It cannot be looked at: " + e.getMessage(), "See that its disk works.");
    }
  }
}
