package dev.parley.limit;

import dev.parley.node.Redis;
import dev.parley.node.Script;
import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Counts that all nodes share, by the clock of Redis, in microseconds. Should that be set back, no
/// time lasts longer for it. A count is forgotten once it is full again.
@Component
@OnNodes(Nodes.SEVERAL)
final class RedisCounts implements Counts {

  private static final Script TAKE =
      Script.of(
          """
          local count, time = tonumber(ARGV[1]), tonumber(ARGV[2])
          local clock = redis.call('TIME')
          local now = clock[1] * 1000000 + clock[2]
          local kept = redis.call('HMGET', KEYS[1], 'begun', 'taken')
          local begun, taken = math.min(tonumber(kept[1] or now), now), tonumber(kept[2] or 0)
          if now - begun >= time then
            begun = begun + math.floor((now - begun) / time) * time
            taken = 0
          end
          local allowed = 0
          if taken < count then
            allowed = 1
            taken = taken + 1
          end
          redis.call('HSET', KEYS[1], 'begun', string.format('%.0f', begun), 'taken', taken)
          redis.call('PEXPIRE', KEYS[1], math.ceil(time / 1000) + 1000)
          return {allowed, count - taken, begun + time - now}
          """);

  private final Redis redis;

  RedisCounts(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Optional<Verdict> take(Limit limit, Rate rate, String key) {
    return redis
        .run(
            TAKE,
            "limit:%s:%s".formatted(limit.id(), key),
            String.valueOf(rate.count()),
            String.valueOf(TimeUnit.NANOSECONDS.toMicros(rate.time().toNanos())))
        .map(RedisCounts::verdict);
  }

  /// @param given whether there was one, how many are left, and microseconds
  static Verdict verdict(List<Long> given) {
    return new Verdict(
        given.get(0) == 1, given.get(1), TimeUnit.MICROSECONDS.toNanos(given.get(2)));
  }
}
