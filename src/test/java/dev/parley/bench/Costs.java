package dev.parley.bench;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures what calls cost bench@example.com on two databases: one with nothing but its own
/// conversations, and one that is full of others'. It asks both in random order, so that whatever
/// else the machine does counts for both.
@Command(
    name = "costs",
    mixinStandardHelpOptions = true,
    description = "Compares what calls cost on two databases that were filled.")
final class Costs implements Callable<Integer> {

  private static final double MILLISECOND = 1_000_000;

  @Option(names = "--empty", required = true, description = "The address of the one.")
  private String empty = "";

  @Option(names = "--full", required = true, description = "The address of the other.")
  private String full = "";

  @Option(names = "--times", description = "How often. Default: ${DEFAULT-VALUE}.")
  private int times = 200;

  private final Random random = new Random();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Costs()).execute(arguments));
  }

  @Override
  public Integer call() {
    try (var one = TestServer.start("--parley.database.url=" + empty, Fill.KEYS);
        var other = TestServer.start("--parley.database.url=" + full, Fill.KEYS)) {
      var calls = calls(one);
      var others = calls(other);
      System.out.printf("%-36s %9s %9s %6s%n", "median, ms", "empty", "full", "ratio");
      calls.forEach((name, call) -> compare(name, call, Objects.requireNonNull(others.get(name))));
    }
    return 0;
  }

  private static Map<String, Runnable> calls(TestServer server) {
    var member = server.client().signIn(Fill.EMAIL, Client.PASSWORD);
    var list = member.get("/conversations?limit=20").expect(200).body().get("data");
    var path = "/conversations/%s/messages".formatted(list.get(1).get("id").stringValue());
    var asked = member.conversation();
    var calls = new LinkedHashMap<String, Runnable>();
    calls.put("first page of conversations", get(member, "/conversations?limit=20"));
    calls.put("last page of a conversation", get(member, lastPage(member, path)));
    calls.put("a question and its answer", () -> member.ask(asked, "say-1-0", "Hi").expect(200));
    var frequent = new Words(new SplittableRandom(7)).mostFrequent();
    calls.put("search: in most conversations", get(member, "/conversations?q=" + frequent));
    calls.put("search: in none", get(member, "/conversations?q=platypus"));
    return calls;
  }

  private static Runnable get(Client member, String path) {
    return () -> member.get(path).expect(200);
  }

  private static String lastPage(Client member, String path) {
    var page = path + "?limit=5";
    for (var body = member.get(page).expect(200).body();
        body.get("has_more").booleanValue();
        body = member.get(page).expect(200).body()) {
      page = path + "?limit=5&cursor=" + body.get("next_cursor").stringValue();
    }
    return page;
  }

  private void compare(String name, Runnable one, Runnable other) {
    measure(one, other, times / 4);
    var medians = measure(one, other, times);
    System.out.printf(
        Locale.ROOT,
        "%-36s %9.2f %9.2f %6.2f%n",
        name,
        medians[0] / MILLISECOND,
        medians[1] / MILLISECOND,
        (double) medians[1] / medians[0]);
  }

  private long[] measure(Runnable one, Runnable other, int count) {
    var taken = List.of(new ArrayList<Long>(), new ArrayList<Long>());
    while (taken.stream().anyMatch(some -> some.size() < count)) {
      var which = random.nextInt(2);
      var began = System.nanoTime();
      (which == 0 ? one : other).run();
      taken.get(which).add(System.nanoTime() - began);
    }
    return taken.stream().mapToLong(Costs::median).toArray();
  }

  private static long median(List<Long> nanos) {
    Collections.sort(nanos);
    return nanos.get(nanos.size() / 2);
  }
}
