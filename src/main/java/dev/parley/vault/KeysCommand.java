package dev.parley.vault;

import dev.parley.command.Parts;
import dev.parley.command.Subcommand;
import dev.parley.command.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// What may be done with the master keys.
@Command(name = "keys", description = "The master keys, which seal what accounts keep secret.")
final class KeysCommand implements Subcommand {

  private final Terminal terminal;

  KeysCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "rotate",
      description = {
        "Seals anew, with the first of PARLEY_MASTER_KEYS, what is under another.",
        "Servers may run meanwhile; they have to be started with the same keys before."
      })
  int rotate() {
    try (var parts = Parts.open()) {
      parts.get(KnownKeys.class).confirm();
      var rotation = parts.get(Rotation.class);
      var outcome = rotation.rotate(moved -> terminal.say("%d so far".formatted(moved)));
      terminal.say(
          "%d sealed anew with the master key %s, %d left under others"
              .formatted(outcome.moved(), rotation.target(), outcome.left()));
      return outcome.left() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
