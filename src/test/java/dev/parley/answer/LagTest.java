package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LagTest {

  private static final Duration MOST = Duration.ofMillis(500);

  private final AtomicLong now = new AtomicLong(1);
  private final Lag lag = new Lag(now::get);

  @Test
  void isNoneBeforeAnythingWasMeasured() {
    assertThat(lag.exceeds(MOST)).isFalse();
    lag.begin();
    pass(10_000);
    assertThat(lag.exceeds(MOST)).isFalse();
  }

  @Test
  void isNoneAfterAPauseOfTheMachine() {
    goThrough(5_000);
    assertThat(lag.exceeds(MOST)).isFalse();
    goThrough(0);
    assertThat(lag.exceeds(MOST)).isFalse();
  }

  @Test
  void isThereOnceTheNextIsLateAsWell() {
    goThrough(600);
    lag.begin();
    pass(500);
    assertThat(lag.exceeds(MOST)).isFalse();
    pass(1);
    assertThat(lag.exceeds(MOST)).isTrue();
    lag.end();
    assertThat(lag.exceeds(MOST)).isTrue();
  }

  @Test
  void lastsUntilOneHasComeThroughInTime() {
    goThrough(600);
    goThrough(600);
    lag.begin();
    pass(1);
    assertThat(lag.exceeds(MOST)).isTrue();
    lag.end();
    assertThat(lag.exceeds(MOST)).isFalse();
  }

  @Test
  void isOverWithTheFirstThatIsNotLate() {
    goThrough(600);
    goThrough(600);
    goThrough(500);
    assertThat(lag.exceeds(MOST)).isFalse();
  }

  @Test
  void isForgottenWhereNothingWasMeasuredSince() {
    goThrough(600);
    goThrough(600);
    assertThat(lag.exceeds(MOST)).isTrue();
    pass(1000);
    assertThat(lag.exceeds(MOST)).isFalse();
  }

  @Test
  void measuresOneAtATimeAndNothingOfWhatWasGivenUp() {
    goThrough(600);
    assertThat(lag.begin()).isTrue();
    assertThat(lag.begin()).isFalse();
    pass(600);
    lag.giveUp();
    assertThat(lag.exceeds(MOST)).isFalse();
    assertThat(lag.begin()).isTrue();
  }

  private void goThrough(long millis) {
    lag.begin();
    pass(millis);
    lag.end();
  }

  private void pass(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
