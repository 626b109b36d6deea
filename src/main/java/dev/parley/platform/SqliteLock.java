package dev.parley.platform;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Holds the file of the database for this process alone: two servers on one file would each take
/// the other's answers for unfinished.
final class SqliteLock implements Closeable {

  private final FileChannel lock;

  /// Takes hold of the file.
  ///
  /// @throws UnsafeStart where another process has it, or its folder cannot be written
  SqliteLock(Path database) {
    this.lock = hold(database.resolveSibling(database.getFileName() + ".lock"));
  }

  private static FileChannel hold(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      throw new UnsafeStart(
          "The folder of the database cannot be written: " + e.getMessage(),
          "Set PARLEY_DATA or DATABASE_URL to a place that this user may write.",
          e);
    }
    throw new UnsafeStart(
        "Another process uses this database already: " + file.toAbsolutePath(),
        "Stop that one, or set PARLEY_DATA to another folder.");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
