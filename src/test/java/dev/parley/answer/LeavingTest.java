package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// An asker who may leave before there is a reply.
class LeavingTest {

  private final Leaving leaving = new Leaving();
  private final AtomicInteger ended = new AtomicInteger();

  @Test
  void endsNothingWhileTheyStay() {
    leaving.then(ended::incrementAndGet);
    assertThat(ended).hasValue(0);
  }

  @Test
  void endsOnceWhatWasBegunForThem() {
    leaving.then(ended::incrementAndGet);
    leaving.left();
    leaving.left();
    assertThat(ended).hasValue(1);
  }

  @Test
  void endsAtOnceWhatIsBegunTooLate() {
    leaving.left();
    leaving.then(ended::incrementAndGet);
    assertThat(ended).hasValue(1);
  }
}
