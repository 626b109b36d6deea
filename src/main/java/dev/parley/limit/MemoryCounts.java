package dev.parley.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Counts in the memory of this process, by a clock that cannot be set. A count is forgotten once
/// it is full again.
@Component
@OnNodes(Nodes.ONE)
final class MemoryCounts implements Counts {

  private static final int MOST_KEYS = 1_000_000;

  private record Key(Limit limit, String key) {}

  private record Counted(Bucket bucket, Duration full) {}

  private final Cache<Key, Counted> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEYS)
          .expireAfter(Expiry.<Key, Counted>accessing((_, counted) -> counted.full))
          .build();

  @Override
  public Optional<Verdict> take(Limit limit, Rate rate, String key) {
    var counted = buckets.get(new Key(limit, key), _ -> counted(rate));
    var probe = counted.bucket.tryConsumeAndReturnRemaining(1);
    var nanos =
        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
    return Optional.of(new Verdict(probe.isConsumed(), probe.getRemainingTokens(), nanos));
  }

  private static Counted counted(Rate rate) {
    var bandwidth =
        Bandwidth.builder()
            .capacity(rate.count())
            .refillIntervally(rate.count(), rate.time())
            .build();
    var bucket =
        Bucket.builder()
            .addLimit(bandwidth)
            .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
            .build();
    return new Counted(bucket, rate.time().plusSeconds(1));
  }
}
