package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverlapTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Overlap overlap = new Overlap();

  @Test
  void readsFromTheBeginning() {
    assertThat(overlap.read(0)).isZero();
  }

  @Test
  void seesEachRowOnce() {
    assertThat(overlap.isNew(7, 0)).isTrue();
    assertThat(overlap.isNew(7, SECOND)).isFalse();
  }

  @Test
  void readsTheLastRowsAgain() {
    overlap.isNew(7, 0);
    assertThat(overlap.read(29 * SECOND)).isZero();
  }

  @Test
  void seesARowThatComesAfterOneWithAGreaterNumber() {
    overlap.isNew(7, 0);
    assertThat(overlap.isNew(6, 29 * SECOND)).isTrue();
    assertThat(overlap.isNew(6, 31 * SECOND)).isFalse();
  }

  @Test
  void readsOnWhereAllHasBeenThereForAWhile() {
    overlap.isNew(6, 0);
    overlap.isNew(7, SECOND);
    assertThat(overlap.read(31 * SECOND)).isEqualTo(6);
    assertThat(overlap.read(32 * SECOND)).isEqualTo(7);
    assertThat(overlap.isNew(7, 33 * SECOND)).isFalse();
    assertThat(overlap.isNew(8, 33 * SECOND)).isTrue();
  }

  @Test
  void waitsForTheRowThatCameLate() {
    overlap.isNew(7, 0);
    overlap.isNew(6, 20 * SECOND);
    assertThat(overlap.read(31 * SECOND)).isZero();
    assertThat(overlap.read(51 * SECOND)).isEqualTo(7);
  }
}
