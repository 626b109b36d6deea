package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import dev.parley.testing.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  @Test
  void hasThePrefixAnd26CharactersOfCrockfordsBase32() {
    assertThat(new Ids(Clock.systemUTC()).next("msg")).matches("msg_[0-9a-hjkmnp-tv-z]{26}");
  }

  @Test
  void beginsWithTheMilliseconds() {
    var id = ids(START).next("msg");

    var millis = 0L;
    for (var character : id.substring(4, 14).toCharArray()) {
      millis = millis * 32 + "0123456789abcdefghjkmnpqrstvwxyz".indexOf(character);
    }
    assertThat(millis).isEqualTo(START.toEpochMilli());
  }

  @Test
  void sortsByCreation() {
    var clock = new MovableClock();
    var ids = new Ids(clock);
    var made = new ArrayList<String>();
    for (var millis = 0; millis < 2_000; millis++) {
      made.add(ids.next("msg"));
      clock.advance(Duration.ofMillis(1));
    }

    assertThat(made).isSorted();
  }

  @Keeps("clock.order")
  @Test
  void sortsByCreationEvenWhenTheClockIsSetBack() {
    var clock = new MovableClock();
    var ids = new Ids(clock);
    var before = ids.next("msg");
    clock.advance(Duration.ofHours(-1));
    var after = ids.next("msg");

    assertThat(after.substring(0, 14)).isEqualTo(before.substring(0, 14));
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void neverRepeatsInOneMillisecondOnManyThreads() throws InterruptedException {
    var ids = ids(START);
    Set<String> made = ConcurrentHashMap.newKeySet();
    var threads = new ArrayList<Thread>();
    for (var thread = 0; thread < 8; thread++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (var i = 0; i < 10_000; i++) {
                      made.add(ids.next("msg"));
                    }
                  }));
    }
    for (var thread : threads) {
      thread.join();
    }

    assertThat(made).hasSize(80_000);
  }

  @Test
  void usesEveryBitOfItsRandomPart() {
    var ids = ids(START);
    var seen = new ArrayList<Set<Character>>();
    for (var place = 0; place < 16; place++) {
      seen.add(ConcurrentHashMap.newKeySet());
    }
    for (var i = 0; i < 2_000; i++) {
      var random = ids.next("msg").substring(14);
      for (var place = 0; place < 16; place++) {
        seen.get(place).add(random.charAt(place));
      }
    }

    assertThat(seen).allSatisfy(characters -> assertThat(characters).hasSize(32));
  }

  private static Ids ids(Instant now) {
    return new Ids(Clock.fixed(now, ZoneOffset.UTC));
  }
}
