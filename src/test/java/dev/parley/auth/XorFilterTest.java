package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XorFilterTest {

  private static final int MANY = 3_000_000;

  private final Random random = new Random(7);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 100, 75_000})
  void findsWhatWasPutInAndHardlyAnythingElse(int size) {
    var keys = random.longs().distinct().limit(size).toArray();
    var filter = XorFilter.read(XorFilter.of(keys).bytes());

    assertThat(LongStream.of(keys).allMatch(filter::contains)).isTrue();
    assertThat(random.longs(MANY).filter(filter::contains))
        .as("of three million others at most one, which is one in a million three times over")
        .hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  void worksForKeysThatAreAlike(int size) {
    var keys = new long[size];
    for (var i = 0; i < size; i++) {
      keys[i] = i;
    }
    var filter = XorFilter.of(keys);

    assertThat(LongStream.of(keys).allMatch(filter::contains)).isTrue();
    assertThat(filter.contains(size)).isFalse();
  }
}
