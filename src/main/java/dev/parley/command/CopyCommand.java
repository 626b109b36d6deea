package dev.parley.command;

import dev.parley.platform.Copying;
import dev.parley.platform.Secret;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// Moving to another database.
@Command(
    name = "copy",
    description = {
      "Copies everything from one database into another, in which there is nothing.",
      "Addresses are those of DATABASE_URL. No server may run on either of them.",
      "It can be stopped at any time, and goes on when it is run again. At the end it compares",
      "both, row by row. The data folder with its keys is not touched."
    })
final class CopyCommand implements Subcommand, Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "ADDRESS",
      description = "Such as sqlite:data/parley.db.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ADDRESS",
      description = "Such as postgresql://user:password@host:port/name.")
  private String to = "";

  CopyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    new Copying(new Secret(from), new Secret(to), terminal::say).run();
    return ExitCode.OK;
  }
}
