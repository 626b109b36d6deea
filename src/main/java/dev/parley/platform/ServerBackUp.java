package dev.parley.platform;

import java.nio.file.Path;

/// A database server has tools of its own for copies, which are better than any other.
final class ServerBackUp implements BackUp {

  private final String tool;

  /// @param tool the command that makes one
  ServerBackUp(String tool) {
    this.tool = tool;
  }

  @Override
  public long into(Path file) {
    throw new UnsafeStart(
        "The database is on a server, which copies it best.", "Run " + tool + ".");
  }
}
