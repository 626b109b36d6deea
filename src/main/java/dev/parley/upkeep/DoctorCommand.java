package dev.parley.upkeep;

import dev.parley.command.Parts;
import dev.parley.command.Subcommand;
import dev.parley.command.Terminal;
import dev.parley.platform.Checkup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// Looks at all that the server needs. That the settings can be read has been seen by the time that
/// there are parts.
@Command(
    name = "doctor",
    description = {
      "Looks at the settings, the database, the data folder, the model service, the clock, mail and"
          + " the master keys, and says what to do.",
      "Servers may run meanwhile. The status is 1 where something does not work."
    })
final class DoctorCommand implements Subcommand, Callable<Integer> {

  private final Terminal terminal;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (var parts = Parts.open()) {
      terminal.say("well      settings: they can be read, and none is unsafe");
      var well = true;
      for (var checkup : parts.all(Checkup.class)) {
        well &= tell(checkup);
      }
      return well ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private boolean tell(Checkup checkup) {
    return switch (checkup.examine()) {
      case Checkup.Well result -> {
        terminal.say("well      %s: %s".formatted(checkup.name(), result.say()));
        yield true;
      }
      case Checkup.Doubtful result -> {
        terminal.say("doubtful  %s: %s".formatted(checkup.name(), result.say()));
        terminal.say("          " + result.remedy());
        yield true;
      }
      case Checkup.Ill result -> {
        terminal.complain("ill       %s: %s".formatted(checkup.name(), result.say()));
        terminal.complain("          " + result.remedy());
        yield false;
      }
    };
  }
}
