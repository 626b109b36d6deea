package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final long LONG = Duration.ofSeconds(30).toNanos();
  private static final long SHORT = Duration.ofMillis(1).toNanos();

  private final Turns turns = new Turns();

  @Test
  void givesTheFirstTurnAtOnce() {
    assertThat(turns.take(0)).isTrue();
  }

  @Test
  void isTakenUntilItIsEnded() {
    turns.take(0);
    assertThat(turns.take(SHORT)).isFalse();

    turns.end();
    assertThat(turns.take(0)).isTrue();
  }

  @Test
  void isKeptWhereNobodyWaits() {
    turns.take(0);

    assertThat(turns.handOver()).isFalse();
    assertThat(turns.take(SHORT)).isFalse();
  }

  @Test
  void forgetsWhoGaveUp() {
    turns.take(0);
    turns.take(SHORT);

    assertThat(turns.handOver()).isFalse();
  }

  @Test
  void comesInTheOrderOfWaiting() throws Exception {
    turns.take(0);
    var order = new CopyOnWriteArrayList<Integer>();
    var waiting = new ArrayList<Thread>();
    for (var i = 0; i < 20; i++) {
      waiting.add(taking(order, i));
      Crowd.awaitWaiting(waiting.getLast());
    }

    turns.end();
    for (var thread : waiting) {
      thread.join();
    }
    assertThat(order).isSorted().hasSize(20);
  }

  @Test
  void tellsAnInterruptedThreadThatItHasNoTurn() throws Exception {
    turns.take(0);
    var task =
        new FutureTask<>(() -> List.of(turns.take(LONG), Thread.currentThread().isInterrupted()));
    var thread = Thread.ofVirtual().start(task);
    Crowd.awaitWaiting(thread);
    thread.interrupt();

    assertThat(task.get(30, TimeUnit.SECONDS)).containsExactly(false, true);
    assertThat(turns.handOver()).isFalse();
  }

  /// Again and again a wait ends by itself, or by an interrupt, just when the turn is handed over.
  @Test
  void isNeverHandedToNobody() throws Exception {
    turns.take(0);
    for (var round = 0; round < 5_000; round++) {
      var nanos = round * 7L % 50_000;
      var task = new FutureTask<>(() -> turns.take(nanos));
      var thread = Thread.ofVirtual().start(task);
      if (round % 2 == 0) {
        thread.interrupt();
      }
      var handedOver = turns.handOver();

      assertThat(task.get(30, TimeUnit.SECONDS)).isEqualTo(handedOver);
    }
  }

  private Thread taking(List<Integer> order, int number) {
    return Thread.ofVirtual()
        .start(
            () -> {
              turns.take(LONG);
              order.add(number);
              turns.end();
            });
  }
}
