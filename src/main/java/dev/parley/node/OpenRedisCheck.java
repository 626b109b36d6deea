package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.RedisSettings;
import dev.parley.platform.Settings;
import dev.parley.platform.StartCheck;
import dev.parley.platform.Transport;
import io.lettuce.core.RedisURI;
import java.util.Optional;

/// What is said by way of Redis has what people write in it.
final class OpenRedisCheck implements StartCheck {

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var redis = settings.get(RedisSettings.class);
    return redis.nodes() == Nodes.SEVERAL && isOpen(RedisURI.create(redis.url().reveal()))
        ? Optional.of(
            Weakness.inProduction(
                "REDIS_URL is unencrypted and leads to another machine.",
                "Begin it with rediss://."))
        : Optional.empty();
  }

  private static boolean isOpen(RedisURI address) {
    return !address.isSsl() && !Transport.isThisMachine(address.getHost());
  }
}
