package dev.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Watch watch = new Watch(PATIENCE);
  private final NodeRows.Row quiet = new NodeRows.Row("quiet", 7, false, null);

  /// `System.nanoTime()` begins anywhere and passes through zero.
  private long now = -Duration.ofSeconds(10).toNanos();
  private long beats;

  @Test
  void findsThoseThatShowNothingForTooLong() {
    for (var seconds = 0; seconds <= 15; seconds++) {
      assertThat(look()).isEmpty();
    }
    assertThat(look()).containsExactly(quiet);
  }

  @Test
  void beginsAnewWhereItCouldNotLook() {
    lookFor(14);
    watch.forget();
    for (var seconds = 0; seconds <= 15; seconds++) {
      assertThat(look()).isEmpty();
    }
  }

  @Test
  void beginsAnewWhereItStoodStillItself() {
    lookFor(14);
    now += Duration.ofMinutes(1).toNanos();
    assertThat(look()).isEmpty();
    lookFor(14);
    assertThat(look()).isEmpty();
  }

  private void lookFor(int seconds) {
    for (var second = 0; second < seconds; second++) {
      look();
    }
  }

  private List<NodeRows.Row> look() {
    var lively = new NodeRows.Row("lively", beats++, false, null);
    var stale = watch.stale(List.of(lively, quiet), now);
    now += Duration.ofSeconds(1).toNanos();
    return stale;
  }
}
