package dev.parley.bench;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Fills a database: as many accounts, conversations and messages as are asked for, and one account
/// that can be signed in to, with conversations of its own.
@Command(
    name = "fill",
    mixinStandardHelpOptions = true,
    description = {
      "Fills a database that the server has made, or makes it.",
      "The account bench@example.com is there to measure with."
    })
final class Fill implements Callable<Integer> {

  static final String EMAIL = "bench@example.com";

  /// Where the keys are that go with all databases that are measured.
  static final String KEYS = "--parley.data.folder=target/bench";

  @Option(
      names = "--database",
      required = true,
      description = "As DATABASE_URL has it: sqlite:, postgresql://, mysql:// or mariadb://.")
  private String database = "";

  @Option(names = "--accounts", description = "Default: ${DEFAULT-VALUE}.")
  private int accounts = 1_000;

  @Option(names = "--conversations", description = "In all. Default: ${DEFAULT-VALUE}.")
  private int conversations = 100_000;

  @Option(names = "--messages", description = "In all. Default: ${DEFAULT-VALUE}.")
  private int messages = 2_000_000;

  @Option(
      names = "--own",
      description =
          "Conversations of bench@example.com, of 20 messages. Default: ${DEFAULT-VALUE}.")
  private int own = 20;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Fill()).execute(arguments));
  }

  @Override
  public Integer call() {
    try (var server = TestServer.start("--parley.database.url=" + database, KEYS)) {
      var rows = new Filled(server);
      var owner = owner(server.client());
      for (var n = 0; n < own; n++) {
        rows.conversations(List.of(owner), n + 1, 20);
      }
      if (conversations > 0) {
        fill(rows);
      }
    }
    return 0;
  }

  /// Has bench@example.com, and their id.
  static String owner(Client client) {
    client.post(
        "/auth/register", "{'email':'%s','password':'%s'}".formatted(EMAIL, Client.PASSWORD));
    return client.signIn(EMAIL, Client.PASSWORD).get("/account").expect(200).text("id");
  }

  private void fill(Filled rows) {
    var ids = rows.accounts(accounts);
    var each = messages / conversations;
    var rounds = conversations / accounts;
    var began = System.nanoTime();
    for (var round = 1; round <= rounds; round++) {
      for (var at = 0; at < accounts; at += 100) {
        rows.conversations(ids.subList(at, Math.min(at + 100, accounts)), round, each);
      }
      var seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1_000.0;
      var stored = (long) round * accounts * each;
      System.out.printf(
          Locale.ROOT,
          "%,d of %,d messages, %,.0f a second%n",
          stored,
          (long) rounds * accounts * each,
          stored / seconds);
    }
  }
}
