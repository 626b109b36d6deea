package dev.parley.node;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection to Redis that is used while it works. What fails on it once is tried by nobody
/// until Redis answers again, so a Redis that is down keeps nobody waiting.
final class Link<C extends StatefulRedisConnection<String, String>> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Link.class);

  /// How often in a row it may say nothing before another connection is made.
  private static final int MOST_SILENCES = 6;

  private final String name;
  private final Supplier<C> connecting;
  private volatile @Nullable C connection;
  private volatile boolean works;
  private int silences;

  /// @param connecting makes a connection, or throws soon
  Link(String name, Supplier<C> connecting) {
    this.name = name;
    this.connecting = connecting;
  }

  /// The connection; none while it does not work.
  Optional<C> find() {
    return works ? Optional.ofNullable(connection) : Optional.empty();
  }

  boolean works() {
    return works;
  }

  /// Notes that something failed on it.
  void failed(Throwable why) {
    if (works) {
      works = false;
      log.warn("Redis ({}) does not answer: {}", name, why.toString());
    }
  }

  /// Tries whether it works.
  ///
  /// @return whether it does so again, or for the first time
  synchronized boolean probe() {
    var before = works;
    try {
      var probed = connection == null ? connecting.get() : connection;
      connection = probed;
      probed.sync().ping();
      silences = 0;
      works = true;
    } catch (RedisException e) {
      failed(e);
      beSilent();
    }
    if (works && !before) {
      log.info("Redis ({}) answers", name);
    }
    return works && !before;
  }

  private void beSilent() {
    var silent = connection;
    if (silent != null && ++silences >= MOST_SILENCES) {
      silences = 0;
      connection = null;
      var _ = silent.closeAsync();
    }
  }

  @Override
  public synchronized void close() {
    works = false;
    if (connection != null) {
      connection.close();
    }
  }
}
