package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.RedisSettings;
import dev.parley.platform.Settings;
import dev.parley.platform.SettingsCheck;
import dev.parley.platform.UnsafeStart;
import io.lettuce.core.RedisURI;
import java.util.regex.Pattern;

final class RedisAddressCheck implements SettingsCheck {

  private static final Pattern FORM = Pattern.compile("rediss?://[^/\\s]+(/\\d{0,3})?");

  @Override
  public void check(Settings settings) {
    var redis = settings.get(RedisSettings.class);
    if (redis.nodes() == Nodes.SEVERAL && !isReadable(redis.url().reveal())) {
      throw new UnsafeStart(
          "REDIS_URL names no Redis.",
          "Set it to redis://user:password@host:port/number, with rediss:// before it for an"
              + " encrypted connection; or leave it out, and this server works alone.");
    }
    var nodes = settings.get(NodeSettings.class);
    if (nodes.deadAfter().compareTo(nodes.beatEvery().multipliedBy(3)) < 0) {
      throw new UnsafeStart(
          "parley.node.dead-after is less than three times parley.node.beat-every.",
          "Leave both out, and they are 15s and 2s.");
    }
  }

  private static boolean isReadable(String url) {
    try {
      return FORM.matcher(url).matches() && RedisURI.create(url).getHost() != null;
    } catch (IllegalArgumentException _) {
      // Its message has the whole of it.
      return false;
    }
  }
}
