package dev.parley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/// Copies all that one database holds into another, of the same kind or not. It can be killed at
/// any moment and run again, and then goes on.
public final class Copying {

  private final Secret from;
  private final Secret to;
  private final Consumer<String> tell;

  /// @param from the address of a database, as `DATABASE_URL` has it
  /// @param to the address of one in which there is nothing
  /// @param tell hears how far it is
  public Copying(Secret from, Secret to, Consumer<String> tell) {
    this.from = from;
    this.to = to;
    this.tell = tell;
  }

  /// Copies, and compares both at the end.
  ///
  /// @throws UnsafeStart where one of the two cannot be used, or what was copied is not the same
  public void run() {
    OpenedDatabase.requireFile(from);
    try (var source = OpenedDatabase.open(from);
        var target = OpenedDatabase.open(to)) {
      new DatabaseCopy(source, target, tell).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
