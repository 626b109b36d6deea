package dev.parley.bench;

import dev.parley.conversation.ManyRows;
import dev.parley.testing.Client;
import dev.parley.testing.MariaServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures on each database how long searches take for an account that has all the messages.
@Command(
    name = "searches",
    mixinStandardHelpOptions = true,
    description = "Measures searches among an account's own messages, on all databases.")
final class Searches implements Callable<Integer> {

  private static final double MILLISECOND = 1_000_000;
  private static final int EACH = 20;

  @Option(names = "--messages", description = "Of the account. Default: ${DEFAULT-VALUE}.")
  private int messages = 100_000;

  @Option(names = "--times", description = "How often. Default: ${DEFAULT-VALUE}.")
  private int times = 31;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Searches()).execute(arguments));
  }

  @Override
  public Integer call() {
    measure("SQLite", TestServer.start());
    measure("PostgreSQL", TestServer.on(PostgresServer.shared().create()));
    measure("MariaDB", TestServer.on(MariaServer.shared().create()));
    return 0;
  }

  private void measure(String database, TestServer server) {
    try (server) {
      var owner = Fill.owner(server.client());
      var rows = new Filled(server);
      for (var n = 0; n < messages / EACH; n++) {
        rows.conversations(List.of(owner), n + 1, EACH);
      }
      ManyRows.index(server);
      var member = server.client().signIn(Fill.EMAIL, Client.PASSWORD);
      System.out.printf("%-44s %9s %9s%n", database, "median", "longest");
      texts().forEach((name, text) -> measure(name, text, member));
    }
  }

  private static Map<String, String> texts() {
    var words = new Words(new SplittableRandom(7));
    var said = words.text(200);
    var texts = new LinkedHashMap<String, String>();
    texts.put("in most", words.mostFrequent());
    texts.put("in none", "platypus");
    texts.put("in none, of frequent syllables", "kalomikasukalo");
    texts.put("in none, one Latin letter", "x");
    texts.put("in none, two Latin letters", "xy");
    texts.put("in none, one Cyrillic letter", "ж");
    texts.put("in none, two Cyrillic letters", "жд");
    texts.put("in none, one Chinese character", "龍");
    texts.put("in none, two Chinese characters", "龍虎");
    texts.put("40 characters", said.substring(0, 40));
    texts.put("200 characters", said.substring(0, 200));
    return texts;
  }

  private void measure(String name, String text, Client member) {
    var path = "/conversations?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    var taken =
        IntStream.range(0, times)
            .mapToLong(
                _ -> {
                  var began = System.nanoTime();
                  member.get(path).expect(200);
                  return System.nanoTime() - began;
                })
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "%-44s %9.1f %9.1f%n",
        name,
        taken[times / 2] / MILLISECOND,
        taken[times - 1] / MILLISECOND);
  }
}
