package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// Whom the file system lets at a file.
final class FileMode {

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private FileMode() {}

  /// Whether others than its owner may do anything with it. One that is not there is open to
  /// nobody, and where the file system knows no such rights nothing can be said.
  static boolean isOpenToOthers(Path file) {
    try {
      return Files.exists(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException _) {
      return false;
    } catch (IOException e) {
      throw new UnsafeStart(
          "The rights of %s cannot be read: %s".formatted(file.toAbsolutePath(), e.getMessage()),
          "Let this user read the data folder.",
          e);
    }
  }
}
