package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Figures;
import dev.parley.testing.GatedModel;
import dev.parley.testing.IdleStream;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients that take or send nothing, or next to nothing, by the thousand.
class IdleClientsEndurance {

  private static final int READERS = Setting.count("readers", 1_000);
  private static final int CONNECTIONS = Setting.count("connections", 10_000);
  private static final int SLOW = Setting.count("slow", 2_000);
  private static final int LARGE = Setting.count("large", 150);
  private static final int LARGE_BODY = 4_000_000;
  private static final int PIECES = 50_000;
  private static final long MOST_OF_EACH = 20 * 1024;

  /// A connection takes 64 KB before it is full, and the end of the piece with which it is: 16 KB.
  /// An open stream takes 32 KB by itself, and what holds it all is not filled to the last byte.
  private static final long MOST_OF_READERS = READERS * (128L << 10);

  private static final Duration HEAD = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final byte[] HEALTH =
      "GET /api/health HTTP/1.1\r\nHost: parley\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final Report REPORT = new Report("idle clients");

  @Test
  @Keeps("slow.memory")
  void takeNoMemoryWhereTheyDoNotRead(@TempDir Path folder) throws Exception {
    try (var server = new LoadedServer(folder)) {
      var model = GatedModel.of(server.model(), PIECES);
      var readers = new ArrayList<IdleStream>();
      try (var answer = OpenAnswer.of(server.member(), model)) {
        var before = server.vitals();
        var path = "/messages/%s/stream".formatted(answer.id());
        for (var reader = 0; reader < READERS; reader++) {
          readers.add(
              new IdleStream(server.member().address().apply(path), server.member().headers()));
        }
        model.release(PIECES);
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> answer.stored().path("status").stringValue().equals("completed"));
        var after = server.vitals();

        REPORT.result(
            "%d readers of %d characters: %s before, %s after"
                .formatted(READERS, model.text().length(), before, after));
        assertThat(answer.stored().path("content").stringValue()).isEqualTo(model.text());
        assertThat(after.live() - before.live()).isLessThan(MOST_OF_READERS);
      } finally {
        readers.forEach(IdleStream::close);
      }
    }
  }

  @Test
  @Keeps("idle.small")
  void takeLittleWhereTheySayNothing(@TempDir Path folder) throws Exception {
    try (var server = new LoadedServer(folder)) {
      var alone = slowest(server);
      var before = server.vitals();
      var idle =
          IntStream.range(0, CONNECTIONS).mapToObj(_ -> server.crowd().send(HEALTH)).toList();
      for (var visit : idle) {
        visit.head().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      var after = server.vitals();
      var among = slowest(server);
      var each = (after.resident() - before.resident()) / CONNECTIONS;

      REPORT.result(
          "%d connections take %d bytes each; others wait %d us (was %d us) at most, of 99 in 100"
              .formatted(CONNECTIONS, each, among, alone));
      assertThat(idle).allMatch(visit -> visit.status() == 200);
      assertThat(each).isLessThan(MOST_OF_EACH);
      assertUnhindered(alone, among);
      Figures.atMost("idle.small", each / 1024.0, "%.1f KB each");
    }
  }

  @Test
  @Keeps({"slow.heads", "idle.others"})
  void areSentAwayWhereTheirHeadsTakeTooLong(@TempDir Path folder) throws Exception {
    try (var server = new LoadedServer(folder)) {
      var alone = slowest(server);
      var began = System.nanoTime();
      var slow = IntStream.range(0, SLOW).mapToObj(_ -> server.crowd().dribble(HEALTH)).toList();
      var among = slowest(server);
      CompletableFuture.allOf(slow.stream().map(Visit::end).toArray(CompletableFuture[]::new))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      var seconds = (System.nanoTime() - began) / 1e9;

      REPORT.result(
          ("%d slow heads are gone after %.1f s; others wait %d us (was %d us) at most, of 99 in"
                  + " 100")
              .formatted(SLOW, seconds, among, alone));
      assertThat(seconds).isLessThan(HEAD.toSeconds() * 1.5);
      assertUnhindered(alone, among);
      Figures.atMost("slow.heads", seconds, "%.1f s");
    }
  }

  @Test
  @Keeps("idle.others")
  void doNotHinderOthersWhereTheirBodiesTakeLong(@TempDir Path folder) throws Exception {
    try (var server = new LoadedServer(folder)) {
      var alone = slowest(server);
      var head = head(1000);
      var slow = IntStream.range(0, SLOW).mapToObj(_ -> server.crowd().send(head)).toList();
      var among = slowest(server);

      REPORT.result(
          "%d slow bodies; others wait %d us (was %d us) at most, of 99 in 100"
              .formatted(SLOW, among, alone));
      assertThat(server.ask("say-3-0").end().get(30, TimeUnit.SECONDS).isCompleted()).isTrue();
      assertUnhindered(alone, among);
      assertThat(slow).allMatch(visit -> visit.status() == 0 || visit.status() == 408);
    }
  }

  @Test
  @Keeps({"slow.bodies", "slow.space"})
  void takeNoMoreRoomThanThereIsWhereTheirBodiesDoNotEnd(@TempDir Path folder) throws Exception {
    try (var server = new LoadedServer(folder)) {
      var alone = slowest(server);
      var began = System.nanoTime();
      var unfinished = Arrays.copyOf(head(LARGE_BODY + 1), LARGE_BODY);
      var large = IntStream.range(0, LARGE).mapToObj(_ -> server.crowd().send(unfinished)).toList();
      var among = slowest(server);
      CompletableFuture.allOf(large.stream().map(Visit::end).toArray(CompletableFuture[]::new))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      var seconds = (System.nanoTime() - began) / 1e9;
      var refused = large.stream().filter(visit -> visit.status() == 503).count();

      REPORT.result(
          ("%d bodies of %d bytes without an end: %d are refused, all gone after %.1f s; others wait"
                  + " %d us (was %d us) at most, of 99 in 100")
              .formatted(LARGE, LARGE_BODY, refused, seconds, among, alone));
      assertThat(refused).isPositive();
      assertThat(large).allMatch(visit -> visit.status() == 0 || visit.saysWhenToTryAgain());
      assertThat(server.ask("say-3-0").end().get(30, TimeUnit.SECONDS).isCompleted()).isTrue();
      assertUnhindered(alone, among);
    }
  }

  private static byte[] head(int bodyLength) {
    return """
    POST /auth/login HTTP/1.1\r
    Host: parley\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    """
        .formatted(bodyLength)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// How long 99 of 100 questions wait for their head at most, in microseconds.
  private static long slowest(LoadedServer server) throws Exception {
    List<Long> waits = new ArrayList<>();
    for (var question = 0; question < 300; question++) {
      waits.add(server.ask("say-1-0").head().get(30, TimeUnit.SECONDS).headMicros());
    }
    return waits.stream().sorted().toList().get(waits.size() * 99 / 100);
  }

  private static void assertUnhindered(long alone, long among) {
    assertThat(among).isLessThan(5 * alone + 50_000);
  }
}
