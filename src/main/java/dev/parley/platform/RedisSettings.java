package dev.parley.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The Redis that several servers on one database share.
///
/// @param url `REDIS_URL`, with user and password; blank: this server works alone
/// @param prefix of all keys and channels, for a Redis that others use, too
/// @param timeout how long it may take to answer before it counts as down
@ConfigurationProperties("parley.redis")
public record RedisSettings(
    @DefaultValue("") Secret url,
    @DefaultValue("parley") String prefix,
    @DefaultValue("250ms") Duration timeout) {

  public Nodes nodes() {
    return url.isBlank() ? Nodes.ONE : Nodes.SEVERAL;
  }
}
