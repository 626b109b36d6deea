package dev.parley.command;

import dev.parley.platform.UnsafeStart;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the program can be told to do. The status is 0 where it was done, 1 where it failed, and 2
/// where nobody knows what was meant.
public final class Commands {

  private final Consumer<String[]> server;
  private final Terminal terminal;

  /// Made when it is needed: a server that is only started does without, and is ready sooner.
  private @Nullable CommandLine root;

  /// @param server starts the server with some settings, or throws once it has said why not
  public Commands(Consumer<String[]> server) {
    this.server = server;
    terminal = new Terminal(() -> root().getOut(), () -> root().getErr());
  }

  private CommandLine all() {
    var serve = CommandSpec.forAnnotatedObject(new ServeCommand(server, terminal));
    var root = new CommandLine(new ServeCommand(server, terminal));
    root.setCommandName("parley");
    root.getCommandSpec()
        .version("Parley " + version())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Says which version this is.")
                .build())
        .usageMessage()
        .customSynopsis("parley [COMMAND]")
        .description("The backend that any chat application can stand on.")
        .footer("", "Without a command it serves. Settings come from the environment and .env.");
    root.addSubcommand(serve.name(), serve);
    contributed().forEach(root::addSubcommand);
    explain(root);
    root.setExecutionExceptionHandler((failure, _, _) -> tell(failure));
    return root;
  }

  /// Does what the words say.
  ///
  /// @return the status for whoever started the program; where it is 0 after serving, it goes on
  public int run(String... words) {
    return Stream.of(words).allMatch(Commands::isSetting)
        ? ServeCommand.serve(server, words)
        : root().execute(words);
  }

  private static boolean isSetting(String word) {
    return word.startsWith("--") && word.contains("=");
  }

  CommandLine root() {
    if (root == null) {
      root = all();
    }
    return root;
  }

  private Stream<Subcommand> contributed() {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(Subcommand.class, ArgumentResolver.of(Terminal.class, terminal))
        .stream();
  }

  private static void explain(CommandLine command) {
    var help = OptionSpec.builder("-h", "--help").usageHelp(true).description("Explains itself.");
    command.getCommandSpec().addOption(help.build());
    command.getSubcommands().values().forEach(Commands::explain);
  }

  private int tell(Exception failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof UnsafeStart)) {
      cause = cause.getCause();
    }
    if (cause instanceof UnsafeStart unsafe) {
      unsafe.all().forEach(this::complain);
    } else {
      terminal.complain("It failed: " + NestedExceptionUtils.getMostSpecificCause(failure));
    }
    return ExitCode.SOFTWARE;
  }

  private void complain(UnsafeStart unsafe) {
    terminal.complain(String.valueOf(unsafe.getMessage()));
    terminal.complain("What to do: " + unsafe.remedy());
  }

  private static String version() {
    var version = Commands.class.getPackage().getImplementationVersion();
    return version == null ? "of no release" : version;
  }
}
