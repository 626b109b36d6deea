package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.limit.Limit;
import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.Figures;
import dev.parley.testing.PackagedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The packaged program under the load of some people, killed at random moments, again and again:
/// also while it starts. The next one is held to all that the people were told.
final class CrashLoop implements AutoCloseable {

  /// Opens the database past the program.
  interface Door {
    Connection open() throws SQLException;
  }

  private static final int PEOPLE = 8;
  private static final int MOST_DEEDS = 120;
  private static final int LONGEST_AFTERWARDS_MILLIS = 300;
  private static final int LONGEST_START_MILLIS = 4000;
  private static final int KILLED_WHILE_STARTING = 6;
  private static final Future<?> NOTHING = CompletableFuture.completedFuture(null);

  /// Up to so many kills the record is verified once, which takes a start of the program.
  private static final int FEW = 10;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FakeModel model = FakeModel.start();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path folder;
  private final Door door;
  private final Map<String, String> settings;
  private final Random random;
  private final Report report;
  private PackagedServer server;
  private volatile boolean isDying;
  private int inDoubt;

  CrashLoop(Path folder, @Nullable String database, Door door, long seed, Report report) {
    this.folder = folder;
    this.door = door;
    this.random = new Random(seed);
    this.report = report;
    settings = new HashMap<>(PackagedServer.asking(model));
    for (var limit : Limit.values()) {
      settings.put("PARLEY_LIMIT_" + limit.name(), "1000000/1s");
    }
    if (database != null) {
      settings.put("DATABASE_URL", database);
    }
    report.progress("seed %d".formatted(seed));
    server = PackagedServer.start(folder, settings);
  }

  /// Kills it that often, and looks each time.
  void run(int kills) throws Exception {
    var people =
        IntStream.range(0, PEOPLE)
            .mapToObj(
                _ -> new Person(new Client(path -> server.uri(path)).signUp(), random.nextLong()))
            .toList();
    for (var kill = 1; kill <= kills; kill++) {
      liveUntilKilled(people);
      if (kill < kills && random.nextInt(KILLED_WHILE_STARTING) == 0) {
        kill++;
        killWhileStarting();
      }
      server = PackagedServer.start(folder, settings);
      look(people, kills > FEW || kill == kills);
      if (kill % 10 == 0) {
        report.progress("%d of %d kills, %d deeds".formatted(kill, kills, deeds(people)));
      }
    }
    try (var connection = door.open()) {
      assertThat(StoredState.rows(connection, "ledger")).isPositive();
    }
    Figures.atMost("killed.acknowledged", kills, "%.0f kills of one database");
    report.result(
        "%d kills; %d deeds told of were there, %d not told of were there as a whole or not at all"
            .formatted(kills, deeds(people), inDoubt));
  }

  private void liveUntilKilled(List<Person> people) throws Exception {
    isDying = false;
    var lives = people.stream().map(person -> threads.submit(() -> live(person))).toList();
    var enough = deeds(people) + random.nextInt(MOST_DEEDS);
    await().atMost(PATIENCE).until(() -> deeds(people) > enough || isOver(lives));
    after(random.nextInt(LONGEST_AFTERWARDS_MILLIS)).get();
    isDying = true;
    server.kill();
    for (var life : lives) {
      life.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    inDoubt += (int) people.stream().filter(Person::isInDoubt).count();
  }

  private static boolean isOver(List<? extends Future<?>> lives) {
    return lives.stream().anyMatch(Future::isDone);
  }

  private @Nullable Void live(Person person) throws InterruptedException {
    person.live(() -> isDying);
    return null;
  }

  private void killWhileStarting() throws Exception {
    try (var starting = PackagedServer.run(folder, settings)) {
      after(random.nextInt(LONGEST_START_MILLIS)).get();
      starting.kill();
    }
  }

  /// A moment from now, at which to kill.
  private static Future<?> after(int millis) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
  }

  private void look(List<Person> people, boolean alsoAtTheRecord) throws Exception {
    try (var connection = door.open()) {
      assertThat(StoredState.faults(connection)).isEmpty();
    }
    var record = alsoAtTheRecord ? threads.submit(this::verifyRecord) : NOTHING;
    for (var person : people) {
      person.compare();
    }
    record.get();
  }

  private @Nullable Void verifyRecord() throws InterruptedException {
    try (var verifying = PackagedServer.run(folder, settings, "audit", "verify")) {
      var status = verifying.awaitExit(PATIENCE);
      assertThat(status).as(() -> String.join("\n", verifying.output())).isZero();
    }
    return null;
  }

  private static long deeds(List<Person> people) {
    return people.stream().mapToLong(Person::deeds).sum();
  }

  @Override
  public void close() {
    server.close();
    threads.shutdownNow();
    model.close();
  }
}
