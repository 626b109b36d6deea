package dev.parley.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class StrideTest {

  @Test
  void goesOnUntilThereIsNothingLeft() {
    var steps = new ArrayList<Integer>();
    var all =
        new Stride()
            .all(
                few -> {
                  steps.add(few);
                  return steps.size() < 30 ? few : 1;
                });

    assertThat(all).isEqualTo(steps.subList(0, 29).stream().mapToInt(few -> few).sum() + 1);
    assertThat(steps).allSatisfy(few -> assertThat(few).isBetween(1, 100));
  }

  @Test
  void endsAtOnceWhereThereIsNothing() {
    assertThat(new Stride().all(_ -> 0)).isZero();
  }
}
