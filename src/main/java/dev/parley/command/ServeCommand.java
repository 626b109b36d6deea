package dev.parley.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Unmatched;

/// Serving, which is also what is done where no command is named. Settings go to the server as they
/// are.
@Command(
    name = "serve",
    description = "Starts the server. Settings may follow, such as --parley.model.silence=30s.",
    customSynopsis = "parley [serve] [--SETTING=VALUE...]")
final class ServeCommand implements Callable<Integer> {

  private static final String SETTING = "--";

  private final Consumer<String[]> server;
  private final Terminal terminal;

  @Unmatched private List<String> settings = new ArrayList<>();

  /// @param server starts, or throws once it has said why not
  ServeCommand(Consumer<String[]> server, Terminal terminal) {
    this.server = server;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    for (var word : settings) {
      if (!word.startsWith(SETTING)) {
        terminal.complain("There is no command %s. See --help.".formatted(word));
        return ExitCode.USAGE;
      }
    }
    return serve(server, settings.toArray(String[]::new));
  }

  /// Serves, and says with which status the program ends if it does.
  static int serve(Consumer<String[]> server, String... settings) {
    try {
      server.accept(settings);
      return ExitCode.OK;
    } catch (SpringApplication.AbandonedRunException e) {
      throw e; // The build wants to know what would be made, and nothing made.
    } catch (RuntimeException _) {
      return ExitCode.SOFTWARE;
    }
  }
}
