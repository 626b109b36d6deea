package dev.parley.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// Makes ids: a prefix that names the kind, `_`, and 26 characters of Crockford's base 32 that hold
/// 48 bits of time (milliseconds since 1970) and 80 random bits. Ids made by one process sort by
/// creation to the millisecond, also when the clock is set back.
@Component
public final class Ids {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong latest = new AtomicLong();
  private final Clock clock;

  public Ids(Clock clock) {
    this.clock = clock;
  }

  /// A new id, such as `msg_01jd2v8k0xq3w9m5n7r1t4y6za` for the prefix `msg`.
  public String next(String prefix) {
    var bits = new byte[RANDOM_CHARACTERS];
    random.nextBytes(bits);
    return of(prefix, latest.accumulateAndGet(clock.millis(), Math::max), bits);
  }

  /// The id of a time and of bits that are as good as random, always the same.
  ///
  /// @param millis since 1970
  /// @param bits 16 bytes or more, of each of the first 16 five bits
  public static String of(String prefix, long millis, byte[] bits) {
    var id = new StringBuilder(prefix.length() + 1 + TIME_CHARACTERS + RANDOM_CHARACTERS);
    id.append(prefix).append('_');
    for (var shift = 5 * (TIME_CHARACTERS - 1); shift >= 0; shift -= 5) {
      id.append(character(millis >>> shift));
    }
    for (var place = 0; place < RANDOM_CHARACTERS; place++) {
      id.append(character(bits[place]));
    }
    return id.toString();
  }

  private static char character(long bits) {
    return ALPHABET.charAt((int) (bits & 31));
  }
}
