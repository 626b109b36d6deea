package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Keeps("outage.probe")
class OutageTest {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private long now;
  private final Outage outage = new Outage(PAUSE, () -> now);

  @Test
  void letsEverybodyThroughWhileTheServiceAnswers() {
    for (var i = 0; i < 100; i++) {
      assertThat(outage.tryEnter()).isTrue();
      outage.answered();
    }
    assertThat(outage.remaining()).isZero();
  }

  @Test
  void letsNobodyThroughAfterFiveFailuresInARow() {
    fail(4);
    assertThat(outage.isOpen()).isTrue();
    fail(1);

    assertThat(outage.isOpen()).isFalse();
    assertThat(outage.tryEnter()).isFalse();
    assertThat(outage.remaining()).isEqualTo(PAUSE);
  }

  @Test
  void forgetsFailuresWithAnAnswer() {
    fail(4);
    outage.answered();
    fail(4);

    assertThat(outage.isOpen()).isTrue();
  }

  @Test
  void takesARefusalForAnAnswer() {
    fail(4);
    outage.failed(ModelFailure.misconfigured());
    fail(4);

    assertThat(outage.isOpen()).isTrue();
  }

  @Test
  void letsOneThroughAfterThePause() {
    fail(5);
    pass(PAUSE.minusNanos(1));
    assertThat(outage.isOpen()).isFalse();
    assertThat(outage.remaining()).isEqualTo(Duration.ofNanos(1));
    pass(Duration.ofNanos(1));

    assertThat(outage.isOpen()).isTrue();
    assertThat(outage.tryEnter()).isTrue();
    assertThat(outage.isOpen()).isFalse();
    assertThat(outage.tryEnter()).isFalse();
  }

  @Test
  void isOverWhenThatOneIsAnswered() {
    fail(5);
    pass(PAUSE);
    outage.tryEnter();
    outage.answered();

    assertThat(outage.tryEnter()).isTrue();
    assertThat(outage.tryEnter()).isTrue();
    fail(4);
    assertThat(outage.isOpen()).isTrue();
  }

  @Test
  void waitsAgainWhenThatOneFails() {
    fail(5);
    pass(PAUSE);
    outage.tryEnter();
    fail(1);

    assertThat(outage.remaining()).isEqualTo(PAUSE);
    pass(PAUSE);
    assertThat(outage.tryEnter()).isTrue();
  }

  @Test
  void letsTheNextTryWhenThatOneGivesUp() {
    fail(5);
    pass(PAUSE);
    outage.tryEnter();
    outage.gaveUp();

    assertThat(outage.tryEnter()).isTrue();
    assertThat(outage.tryEnter()).isFalse();
  }

  private void fail(int times) {
    for (var i = 0; i < times; i++) {
      outage.failed(ModelFailure.unreachable());
    }
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
