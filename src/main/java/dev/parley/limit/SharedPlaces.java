package dev.parley.limit;

import dev.parley.node.Redis;
import dev.parley.node.Script;
import dev.parley.node.ThisNode;
import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Places that all nodes share. In Redis each that is taken stands with its node, and counts for as
/// long as that shows there that it lives. While Redis is down, each node counts its own.
@Component
@OnNodes(Nodes.SEVERAL)
class SharedPlaces implements AccountPlaces {

  /// How long a node counts as living after it has last shown it, in milliseconds.
  private static final String ALIVE = "15000";

  private static final String NODES = "alive:";
  private static final Script LIVE =
      Script.of("redis.call('SET', KEYS[1], 1, 'PX', ARGV[1]) return {1}");
  private static final Script TAKE =
      Script.of(
          """
          redis.call('SET', KEYS[2] .. string.match(ARGV[2], '^[^:]+'), 1, 'PX', ARGV[3])
          local taken = 0
          for _, place in ipairs(redis.call('SMEMBERS', KEYS[1])) do
            if redis.call('EXISTS', KEYS[2] .. string.match(place, '^[^:]+')) == 1 then
              taken = taken + 1
            else
              redis.call('SREM', KEYS[1], place)
            end
          end
          if taken >= tonumber(ARGV[1]) then
            return {0}
          end
          redis.call('SADD', KEYS[1], ARGV[2])
          redis.call('PEXPIRE', KEYS[1], 3600000)
          return {1}
          """);
  private static final Script GIVE_BACK =
      Script.of("return {redis.call('SREM', KEYS[1], ARGV[1])}");

  private final OwnPlaces own = new OwnPlaces();

  /// Whose place is to be given back that could not be yet, by the place.
  private final Map<String, String> owed = new ConcurrentHashMap<>();

  private final AtomicLong places = new AtomicLong();
  private final Redis redis;
  private final ThisNode node;

  SharedPlaces(Redis redis, ThisNode node) {
    this.redis = redis;
    this.node = node;
  }

  @Override
  public @Nullable Runnable take(String key, int most) {
    var here = own.take(key, most);
    if (here == null) {
      return null;
    }
    var place = node.id() + ":" + places.incrementAndGet();
    var given = redis.run(TAKE, new String[] {of(key), NODES}, String.valueOf(most), place, ALIVE);
    if (given.filter(answer -> answer.getFirst() == 0).isPresent()) {
      here.run();
      return null;
    }
    return () -> {
      here.run();
      giveBack(place, key);
    };
  }

  private void giveBack(String place, String key) {
    owed.put(place, key);
    var _ = redis.start(GIVE_BACK, of(key), place).thenRun(() -> owed.remove(place));
  }

  @Scheduled(fixedRateString = "PT3S")
  void show() {
    if (redis.run(LIVE, NODES + node.id(), ALIVE).isPresent()) {
      owed.forEach(this::giveBack);
    }
  }

  private static String of(String key) {
    return "places:" + key;
  }
}
