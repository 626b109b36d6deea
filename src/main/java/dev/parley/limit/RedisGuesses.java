package dev.parley.limit;

import dev.parley.node.Redis;
import dev.parley.node.Script;
import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Guesses that all nodes share: what [Rounds] does, as one step in Redis, by its clock in
/// microseconds. Should that be set back, nobody waits longer for it than ever.
@Component
@OnNodes(Nodes.SEVERAL)
final class RedisGuesses implements Guesses {

  private static final Script GUESS =
      Script.of(
          """
          local count, time = tonumber(ARGV[1]), tonumber(ARGV[2])
          local longest, doublings = tonumber(ARGV[3]), tonumber(ARGV[4])
          local clock = redis.call('TIME')
          local now = clock[1] * 1000000 + clock[2]
          local kept = redis.call('HMGET', KEYS[1], 'taken', 'begun', 'used', 'open')
          local taken, begun = tonumber(kept[1] or 0), math.min(tonumber(kept[2] or 0), now)
          local used, open = tonumber(kept[3] or 0), math.min(tonumber(kept[4] or 0), now + longest)

          local function wait(rounds)
            return rounds == 0 and 0 or math.min(longest, time * 2 ^ math.min(rounds - 1, doublings))
          end

          if now >= (taken == count and open or begun + time) then
            taken = 0
          end
          while used > 0 and now - open >= wait(used) do
            open = open + wait(used)
            used = used - 1
          end

          local verdict = {0, 0, 0}
          if ARGV[5] == 'take' then
            if taken == count then
              verdict = {0, 0, open - now}
            else
              begun = taken == 0 and now or begun
              taken = taken + 1
              if taken < count then
                verdict = {1, count - taken, begun + time - now}
              else
                used = wait(used) < longest and used + 1 or used
                open = now + wait(used)
                verdict = {1, 0, open - now}
              end
            end
          elseif kept[1] then
            if taken == count then
              used = used - 1
              open = now
            end
            taken = math.max(0, taken - 1)
          else
            return verdict
          end

          redis.call('HSET', KEYS[1], 'taken', taken, 'begun', string.format('%.0f', begun),
            'used', used, 'open', string.format('%.0f', open))
          redis.call('PEXPIRE', KEYS[1], math.ceil(longest / 1000) * 4)
          return verdict
          """);

  private final Redis redis;
  private final LimitSettings settings;

  RedisGuesses(Redis redis, LimitSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  @Override
  public Optional<Counts.Verdict> take(Limit limit, Rate rate, String key) {
    return run(limit, rate, key, "take").map(RedisCounts::verdict);
  }

  /// Where Redis is down by now, the guess stays counted.
  @Override
  public void giveBack(Limit limit, String key) {
    var _ = run(limit, settings.rate(limit), key, "give back");
  }

  private Optional<List<Long>> run(Limit limit, Rate rate, String key, String what) {
    return redis.run(
        GUESS,
        "guesses:%s:%s".formatted(limit.id(), key),
        String.valueOf(rate.count()),
        String.valueOf(TimeUnit.NANOSECONDS.toMicros(rate.time().toNanos())),
        String.valueOf(TimeUnit.NANOSECONDS.toMicros(Rounds.longest(rate).toNanos())),
        String.valueOf(Rounds.MOST_DOUBLINGS),
        what);
  }
}
