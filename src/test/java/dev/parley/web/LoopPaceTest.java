package dev.parley.web;

import static io.netty.channel.SelectStrategy.SELECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.IntSupplier;
import org.junit.jupiter.api.Test;

/// When an event loop looks for what has arrived.
class LoopPaceTest {

  private static final int ENOUGH = 1_000;

  private final LoopPace pace = new LoopPace();

  @Test
  void waitsForTheNetworkWhereNothingElseIsToBeDone() throws Exception {
    assertThat(pace.calculateStrategy(unasked(), false)).isEqualTo(SELECT);
  }

  @Test
  void looksWithoutWaitingWhereTasksAreToBeDone() throws Exception {
    assertThat(pace.calculateStrategy(() -> 0, true)).isZero();
    assertThat(pace.calculateStrategy(() -> 3, true)).isEqualTo(3);
  }

  @Test
  void takesAllThereIsWhereMuchArrives() throws Exception {
    for (var look = 0; look < ENOUGH; look++) {
      var found = pace.calculateStrategy(() -> 5, false);
      if (found == 5) {
        return;
      }
      assertThat(found).isEqualTo(SELECT);
    }
    throw new AssertionError("waits for each piece");
  }

  @Test
  void waitsForTheNetworkAgainOnceThatHasEnded() throws Exception {
    takesAllThereIsWhereMuchArrives();
    assertThat(pace.calculateStrategy(() -> 0, false)).isEqualTo(SELECT);
    assertThat(pace.calculateStrategy(unasked(), false)).isEqualTo(SELECT);
  }

  private static IntSupplier unasked() {
    return () -> {
      throw new AssertionError("looked");
    };
  }
}
