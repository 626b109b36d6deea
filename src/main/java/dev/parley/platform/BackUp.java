package dev.parley.platform;

import java.nio.file.Path;

/// Copies the database while servers use it.
public interface BackUp {

  /// Copies all that is stored at one moment into a file that is made, and looks whether the copy
  /// is sound.
  ///
  /// @return how many bytes it has
  /// @throws UnsafeStart where that cannot be done, and what to do instead
  long into(Path file);
}
