package dev.parley.command;

import java.io.PrintWriter;
import java.util.function.Supplier;

/// Where a command tells what it does.
public final class Terminal {

  private final Supplier<PrintWriter> out;
  private final Supplier<PrintWriter> err;

  Terminal(Supplier<PrintWriter> out, Supplier<PrintWriter> err) {
    this.out = out;
    this.err = err;
  }

  /// Tells a line of what came of it.
  public void say(String line) {
    print(out.get(), line);
  }

  /// Tells a line of what went wrong.
  public void complain(String line) {
    print(err.get(), line);
  }

  private static void print(PrintWriter writer, String line) {
    writer.println(line);
    writer.flush();
  }
}
