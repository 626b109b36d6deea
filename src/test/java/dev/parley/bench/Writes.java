package dev.parley.bench;

import dev.parley.platform.Ids;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how many messages SQLite stores in a second, each in a transaction of its own whose
/// caller goes on only once it is on the disk: as the server does it, those that arrive together
/// being committed together, and with one commit for each.
@Command(
    name = "writes",
    mixinStandardHelpOptions = true,
    description = "Measures how many messages SQLite stores in a second.")
final class Writes implements Callable<Integer> {

  private static final String INSERT =
      """
      INSERT INTO messages
        (id, conversation_id, branch, depth, role, content, tokens, status, created_at)
      VALUES (?, ?, 0, ?, 'user', ?, 20, 'completed', 0)
      """;

  @Option(names = "--callers", description = "At one time. Default: ${DEFAULT-VALUE}.")
  private int callers = 64;

  @Option(names = "--seconds", description = "Of each kind. Default: ${DEFAULT-VALUE}.")
  private int seconds = 10;

  @Option(names = "--words", description = "Of a message. Default: ${DEFAULT-VALUE}.")
  private int words = 12;

  private final Words texts = new Words(new SplittableRandom(7));

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Writes()).execute(arguments));
  }

  /// Stores a message.
  private interface Store {
    void message(String conversation, int depth, String text);
  }

  @Override
  public Integer call() throws Exception {
    try (var server = TestServer.start()) {
      var member = server.member();
      IntFunction<String> conversation = _ -> member.conversation();
      var together = together(server);
      measure("together", together, conversation);
      measure("one commit each", apart(together), conversation);
    }
    return 0;
  }

  private static Store together(TestServer server) {
    var jdbc = server.bean(JdbcTemplate.class);
    var ids = server.bean(Ids.class);
    var transactions = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
    return (conversation, depth, text) ->
        transactions.executeWithoutResult(
            _ -> jdbc.update(INSERT, ids.next("msg"), conversation, depth, text));
  }

  /// The next comes only once the one before is on the disk.
  private static Store apart(Store together) {
    var turn = new ReentrantLock(true);
    return (conversation, depth, text) -> {
      turn.lock();
      try {
        together.message(conversation, depth, text);
      } finally {
        turn.unlock();
      }
    };
  }

  private void measure(String name, Store store, IntFunction<String> conversations)
      throws InterruptedException {
    run(store, conversations, Duration.ofSeconds(2));
    var stored = run(store, conversations, Duration.ofSeconds(seconds));
    System.out.printf(
        Locale.ROOT, "%-16s %,9.0f messages a second%n", name, (double) stored / seconds);
  }

  private long run(Store store, IntFunction<String> conversations, Duration time)
      throws InterruptedException {
    var stored = new LongAdder();
    var end = new long[1];
    var ids = IntStream.range(0, callers).mapToObj(conversations).toList();
    end[0] = System.nanoTime() + time.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var conversation : ids) {
        var text = texts.text(words);
        threads.execute(
            () -> {
              for (var depth = 0; System.nanoTime() < end[0]; depth++) {
                store.message(conversation, depth, text);
                stored.increment();
              }
            });
      }
    }
    return stored.sum();
  }
}
