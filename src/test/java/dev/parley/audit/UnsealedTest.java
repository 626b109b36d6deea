package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnsealedTest {

  private static final int MANY = 100;

  private final Unsealed unsealed = new Unsealed(1);

  @Test
  void waitsForThoseThatCameBefore() {
    var first = unsealed.next();
    var second = unsealed.next();
    second.settle(true);
    assertThat(unsealed.due(0, MANY)).isEmpty();

    first.settle(false);
    assertThat(unsealed.due(0, MANY)).containsExactly(first, second);
    assertThat(first.isStored()).isFalse();
    assertThat(second.isStored()).isTrue();
  }

  @Test
  void givesTheSameAgainUntilTheyAreSealed() {
    unsealed.next().settle(true);
    unsealed.next().settle(true);
    assertThat(unsealed.due(0, MANY)).hasSize(2);
    assertThat(unsealed.due(0, MANY)).hasSize(2);

    unsealed.drop(1);
    assertThat(unsealed.due(0, MANY)).extracting(Unsealed.Event::number).containsExactly(2L);
  }

  @Test
  void waitsForTheirTimeUnlessTheyAreMany() {
    unsealed.next().settle(true);
    assertThat(unsealed.due(Long.MAX_VALUE, 2)).isEmpty();

    unsealed.next().settle(true);
    unsealed.next().settle(true);
    assertThat(unsealed.due(Long.MAX_VALUE, 2)).hasSize(2);
  }

  @Test
  void countsFromOneUnderANameOfItsOwn() {
    assertThat(unsealed.next().number()).isEqualTo(1);
    assertThat(unsealed.next().number()).isEqualTo(2);
    assertThat(new Unsealed(2).writer()).isGreaterThan(unsealed.writer());
  }
}
