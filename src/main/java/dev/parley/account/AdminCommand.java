package dev.parley.account;

import dev.parley.auth.Emails;
import dev.parley.command.Parts;
import dev.parley.command.Subcommand;
import dev.parley.command.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/// Who runs this server, by their accounts.
@Command(name = "admin", description = "The accounts of those who run this server.")
final class AdminCommand implements Subcommand {

  private final Terminal terminal;

  AdminCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "add",
      description = "Makes an account that there is an administrator's. Its sessions end.")
  int add(
      @Parameters(paramLabel = "EMAIL", description = "The address of the account.") String email) {
    try (var parts = Parts.open()) {
      return switch (parts.get(Administrators.class).appoint(Emails.normalise(email))) {
        case DONE -> {
          terminal.say("%s is an administrator from the next sign-in on.".formatted(email));
          yield ExitCode.OK;
        }
        case IS_ONE_ALREADY -> {
          terminal.say("%s is an administrator already.".formatted(email));
          yield ExitCode.OK;
        }
        case NO_SUCH_ACCOUNT -> {
          terminal.complain("There is no account with the address %s.".formatted(email));
          yield ExitCode.SOFTWARE;
        }
      };
    }
  }
}
