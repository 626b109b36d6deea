package dev.parley.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {

  private static final Duration TIME = Duration.ofMinutes(5);

  private final Rounds rounds = new Rounds(new Rate(3, TIME));

  /// `System.nanoTime()` begins anywhere and passes through zero.
  private long now = -Duration.ofMinutes(1).toNanos();

  @Test
  void allowSoManyWrongGuessesAndRefuseTheNext() {
    assertThat(Stream.generate(this::guess).limit(4)).containsExactly(true, true, true, false);
    assertThat(waiting()).isEqualTo(TIME);
  }

  @Test
  void tellHowManyAreLeft() {
    assertThat(rounds.take(now).remaining()).isEqualTo(2);
    assertThat(rounds.take(now).remaining()).isEqualTo(1);
    assertThat(rounds.take(now).remaining()).isZero();
  }

  @Test
  void allowAsManyAgainOnceTheTimeIsOver() {
    guess();
    guess();
    pass(TIME);
    assertThat(Stream.generate(this::guess).limit(4)).containsExactly(true, true, true, false);
  }

  @Keeps("guess.delay")
  @Test
  void letEachRoundWaitTwiceAsLongUpToAnHour() {
    var waits = Stream.generate(this::useUpARound).limit(6).map(Duration::toMinutes);
    assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
  }

  @Test
  void letNobodyWaitLongerForAskingWhileTheyWait() {
    useUpARound();
    for (var i = 0; i < 3; i++) {
      guess();
    }
    for (var i = 0; i < 100; i++) {
      assertThat(guess()).isFalse();
    }
    assertThat(waiting()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void areForgottenOneByOneInQuietTimes() {
    useUpARound();
    useUpARound();
    useUpARound();
    pass(Duration.ofMinutes(20));
    assertThat(useUpARound()).as("the third is forgotten").isEqualTo(Duration.ofMinutes(20));
    pass(Duration.ofMinutes(20 + 10 + 5));
    assertThat(useUpARound()).as("all are forgotten").isEqualTo(TIME);
  }

  @Test
  void takeNoGuessForWrongThatIsGivenBack() {
    for (var i = 0; i < 50; i++) {
      assertThat(guess()).isTrue();
      rounds.giveBack(now);
    }
    assertThat(Stream.generate(this::guess).limit(4)).containsExactly(true, true, true, false);
  }

  @Test
  void openAgainWhereTheLastGuessOfARoundIsGivenBack() {
    guess();
    guess();
    guess();
    assertThat(guess()).as("while the third is looked at").isFalse();
    rounds.giveBack(now);
    assertThat(guess()).isTrue();
    assertThat(waiting()).as("no round was used up before").isEqualTo(TIME);
  }

  @Test
  void loseNothingToWhatIsGivenBackTooLate() {
    guess();
    pass(TIME);
    rounds.giveBack(now);
    assertThat(Stream.generate(this::guess).limit(4)).containsExactly(true, true, true, false);
  }

  @Keeps("clock.limits")
  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT1H", "P1D", "P99999D"})
  void workForAnyTime(Duration time) {
    var any = new Rounds(new Rate(1, time));
    for (var i = 0; i < 20; i++) {
      assertThat(any.take(now).allowed()).isTrue();
      var refused = any.take(now);
      assertThat(refused.allowed()).isFalse();
      assertThat(refused.nanos())
          .isBetween(time.toNanos(), Math.max(Duration.ofHours(1).toNanos(), time.toNanos()));
      now += refused.nanos();
    }
  }

  private boolean guess() {
    return rounds.take(now).allowed();
  }

  private Duration waiting() {
    var refused = rounds.take(now);
    assertThat(refused.allowed()).isFalse();
    return Duration.ofNanos(refused.nanos());
  }

  /// Guesses until there is a wait, and waits.
  private Duration useUpARound() {
    assertThat(Stream.generate(this::guess).limit(3)).containsOnly(true);
    var wait = waiting();
    pass(wait);
    return wait;
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
