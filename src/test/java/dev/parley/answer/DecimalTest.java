package dev.parley.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  static IntStream powersOfTen() {
    return IntStream.iterate(1, power -> power <= 100_000_000, power -> 10 * power)
        .flatMap(power -> IntStream.of(power - 1, power, power + 1, 9 * power));
  }

  @ParameterizedTest
  @MethodSource("powersOfTen")
  @ValueSource(ints = {0, 1_000_000_000, 1_999_999_999, Integer.MAX_VALUE - 1, Integer.MAX_VALUE})
  void writesWhatStringsHave(int number) {
    assertThat(written(number)).isEqualTo(Integer.toString(number));
  }

  @Test
  void writesBehindWhatIsThere() {
    var buffer = Unpooled.buffer();
    Decimal.write(12, buffer);
    Decimal.write(0, buffer);
    Decimal.write(345, buffer);

    assertThat(buffer.toString(US_ASCII)).isEqualTo("120345");
  }

  private static String written(int number) {
    var buffer = Unpooled.buffer();
    Decimal.write(number, buffer);
    return buffer.toString(US_ASCII);
  }
}
