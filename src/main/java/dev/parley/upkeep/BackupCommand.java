package dev.parley.upkeep;

import dev.parley.command.Parts;
import dev.parley.command.Subcommand;
import dev.parley.command.Terminal;
import dev.parley.platform.BackUp;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/// A copy of the database.
@Command(
    name = "backup",
    description = {
      "Copies the database into a file, as it is at one moment, and looks whether the copy is sound.",
      "Servers may run meanwhile. Keep the *.key files of the data folder as well, elsewhere."
    })
final class BackupCommand implements Subcommand, Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The file to make.")
  private Path file = Path.of("");

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (var parts = Parts.open()) {
      var bytes = parts.get(BackUp.class).into(file);
      terminal.say("%s has %d bytes, and is sound.".formatted(file, bytes));
      return ExitCode.OK;
    }
  }
}
