package dev.parley.limit;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.testing.Keeps;
import dev.parley.testing.TwoNodes;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The counts in Redis, held to those in memory. Time passes there by what is kept being moved
/// back.
class RedisGuessesTest {

  private static final TwoNodes NODES = TwoNodes.shared();
  private static final RedisCommands<String, String> REDIS =
      NODES.first().bean(RedisClient.class).connect().sync();
  private static final Limit LIMIT = Limit.ACCOUNT_LOGINS;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /// What the settings of all tests have, for what is given back.
  private static final Rate RATE = NODES.first().bean(LimitSettings.class).rate(LIMIT);

  private final String key = UUID.randomUUID().toString();
  private final Guesses guesses = NODES.first().bean(Guesses.class);
  private final Counts counts = NODES.first().bean(Counts.class);
  private final Guesses guessesThere = NODES.second().bean(Guesses.class);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void areThoseOfOneNode(int seed) {
    var random = new Random(seed);
    var rate = new Rate(3, Duration.ofMinutes(5));
    var rounds = new Rounds(rate);
    var now = System.nanoTime();
    for (var step = 0; step < 200; step++) {
      if (random.nextInt(4) == 0) {
        var passed = Duration.ofSeconds(random.nextInt(1, 1_000));
        now += passed.toNanos();
        pass(passed);
      }
      var node = random.nextBoolean() ? guesses : guessesThere;
      var expected = rounds.take(now);
      var verdict = node.take(LIMIT, rate, key).orElseThrow();

      assertThat(verdict.allowed()).isEqualTo(expected.allowed());
      assertThat(verdict.remaining()).isEqualTo(expected.remaining());
      assertThat(verdict.nanos()).isCloseTo(expected.nanos(), within(30 * SECOND));
    }
  }

  @Test
  void areGivenBack() {
    for (var i = 0; i < 10; i++) {
      var first = guesses.take(LIMIT, RATE, key).orElseThrow();
      assertThat(first.remaining()).isEqualTo(RATE.count() - 1);
      guessesThere.giveBack(LIMIT, key);
    }
  }

  @Test
  void areAllThereAgainOnceTheTimeIsOver() {
    var rate = new Rate(2, Duration.ofMinutes(1));
    assertThat(counts.take(LIMIT, rate, key).orElseThrow().remaining()).isEqualTo(1);
    assertThat(counts.take(LIMIT, rate, key).orElseThrow().remaining()).isZero();
    var refused = counts.take(LIMIT, rate, key).orElseThrow();
    assertThat(refused.allowed()).isFalse();
    assertThat(NANOSECONDS.toSeconds(refused.nanos())).isBetween(30L, 60L);

    REDIS.hincrby("parley:limit:account-logins:" + key, "begun", -90_000_000);
    var again = counts.take(LIMIT, rate, key).orElseThrow();
    assertThat(again.remaining()).isEqualTo(1);
    assertThat(NANOSECONDS.toSeconds(again.nanos()))
        .as("times follow one another")
        .isBetween(1L, 30L);
  }

  @Keeps("clock.limits")
  @Test
  void lastNoLongerWhereTheClockOfRedisIsSetBack() {
    var rate = new Rate(1, Duration.ofMinutes(1));
    counts.take(LIMIT, rate, key);
    REDIS.hincrby("parley:limit:account-logins:" + key, "begun", 86_400_000_000L);

    var refused = counts.take(LIMIT, rate, key).orElseThrow();
    assertThat(NANOSECONDS.toSeconds(refused.nanos())).isLessThanOrEqualTo(60);
  }

  private void pass(Duration time) {
    var kept = "parley:guesses:account-logins:" + key;
    if (REDIS.exists(kept) == 1) {
      REDIS.hincrby(kept, "begun", -NANOSECONDS.toMicros(time.toNanos()));
      REDIS.hincrby(kept, "open", -NANOSECONDS.toMicros(time.toNanos()));
    }
  }
}
