package dev.parley.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.UnsafeStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

  @Test
  void areForAMillionTokens() {
    var price = Prices.parse("a=0.40/1.60").of("a");

    assertThat(price.cost(1_000_000, 0)).isEqualTo(400_000_000);
    assertThat(price.cost(0, 1_000_000)).isEqualTo(1_600_000_000);
  }

  @Test
  void areRoundedUpToABillionth() {
    assertThat(Prices.parse("a=0.0001/0").of("a").cost(1, 0)).isEqualTo(1);
    assertThat(Prices.parse("a=0.0001/0").of("a").cost(11, 0)).isEqualTo(2);
  }

  @Test
  void areThoseOfTheDearestForAModelThatIsNotListed() {
    var price = Prices.parse("a=1/9, b=2/8").of("c");

    assertThat(price.cost(1_000_000, 1_000_000)).isEqualTo(11_000_000_000L);
  }

  @Test
  void areWhatTheListSaysOfOthers() {
    var prices = Prices.parse("a=1/9,*=0/0");

    assertThat(prices.of("b").cost(5, 5)).isZero();
    assertThat(prices.of("a").cost(1_000_000, 0)).isEqualTo(1_000_000_000);
  }

  @Test
  void areNothingWhereNoneAreSet() {
    assertThat(Prices.parse(" ").of("a").cost(1, 1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a=1", "a=1/", "a=-1/1", "a=1/2,", "a=x/y", "=1/2", "a=1.1234567/1"})
  void areRefusedWhereTheyCannotBeRead(String list) {
    assertThatThrownBy(() -> Prices.parse(list)).isInstanceOf(UnsafeStart.class);
  }

  @Test
  void areThoseOfTheAllowedModelsUnlessSet() {
    assertThat(Prices.parse(BudgetSettings.OPENAI).of("gpt-4o-mini").cost(1_000_000, 0))
        .isEqualTo(150_000_000);
  }
}
