package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The check of histories itself, on a number that is written (positive) and read (0).
class HistoryTest {

  private static final Sequential<Integer, Integer, Integer> NUMBER =
      (state, written, told) ->
          written > 0 ? Optional.of(written) : Optional.of(state).filter(now -> now.equals(told));

  @Test
  void explainsWhatFollowsOneAnother() {
    assertThat(isExplained(List.of(write(1, 0, 1), read(1, 2, 3), write(2, 4, 5), read(2, 6, 7))))
        .isTrue();
  }

  @Test
  void explainsEitherOrderOfWhatHappensAtOnce() {
    assertThat(isExplained(List.of(write(1, 0, 9), read(1, 1, 2), read(1, 3, 4)))).isTrue();
    assertThat(isExplained(List.of(write(1, 0, 9), read(0, 1, 2), read(1, 3, 4)))).isTrue();
  }

  @Test
  void seesAnOldValueReadAfterANewOne() {
    assertThat(isExplained(List.of(write(1, 0, 9), read(1, 1, 2), read(0, 3, 4)))).isFalse();
  }

  @Test
  void seesALostWrite() {
    assertThat(isExplained(List.of(write(1, 0, 1), write(2, 2, 3), read(1, 4, 5)))).isFalse();
  }

  private static boolean isExplained(List<Done<Integer, Integer>> operations) {
    return new History<>(NUMBER, operations).isExplainedFrom(0);
  }

  private static Done<Integer, Integer> write(int value, long began, long ended) {
    return new Done<>(value, value, began, ended);
  }

  private static Done<Integer, Integer> read(int value, long began, long ended) {
    return new Done<>(0, value, began, ended);
  }
}
