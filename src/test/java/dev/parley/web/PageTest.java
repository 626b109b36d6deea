package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void isTheLastWhereThereAreNoMoreRows() {
    assertThat(Page.of(List.of(1, 2), 2, String::valueOf))
        .isEqualTo(new Page<>(List.of(1, 2), false, null));
    assertThat(Page.of(List.<Integer>of(), 2, String::valueOf))
        .isEqualTo(new Page<>(List.of(), false, null));
  }

  @Test
  void leadsToTheNextByItsOwnLastRow() {
    assertThat(Page.of(List.of(1, 2, 3), 2, String::valueOf))
        .isEqualTo(new Page<>(List.of(1, 2), true, "2"));
  }

  @Test
  void isTheSamePageOfOtherThings() {
    assertThat(new Page<>(List.of(1, 2), true, "next").map(row -> "n" + row))
        .isEqualTo(new Page<>(List.of("n1", "n2"), true, "next"));
  }

  @Test
  void hasTwentyRowsUnlessMoreAreAskedFor() {
    assertThat(Page.limit(null)).isEqualTo(20);
    assertThat(Page.limit(1)).isEqualTo(1);
    assertThat(Page.limit(100)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void hasNoOtherNumberOfRows(int limit) {
    assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Page.limit(limit));
  }
}
