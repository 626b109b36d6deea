package dev.parley.retention;

import dev.parley.command.Parts;
import dev.parley.command.Subcommand;
import dev.parley.command.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// What the server does by itself every ten minutes, at once.
@Command(name = "retention", description = "What is deleted once it is past its time.")
final class RetentionCommand implements Subcommand {

  private final Terminal terminal;

  RetentionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "run",
      description = {
        "Deletes what is past its time, a little at a time. Servers may run meanwhile, and do the"
            + " same every ten minutes."
      })
  int run() {
    try (var parts = Parts.open()) {
      parts.get(Retention.class).clean(terminal::say);
      terminal.say("Nothing that is left is past its time.");
      return ExitCode.OK;
    }
  }

  @Command(name = "dry-run", description = "Says what would be deleted now, and deletes nothing.")
  int dryRun() {
    try (var parts = Parts.open()) {
      parts.get(Retention.class).report(terminal::say);
      terminal.say("Nothing was deleted.");
      return ExitCode.OK;
    }
  }
}
