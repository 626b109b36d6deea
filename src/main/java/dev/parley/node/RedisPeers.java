package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import dev.parley.platform.RedisSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The other nodes by way of Redis, which passes on what is said and keeps nothing of it.
@Component
@OnNodes(Nodes.SEVERAL)
class RedisPeers extends RedisPubSubAdapter<String, String>
    implements Peers, InitializingBean, DisposableBean {

  private final ConcurrentMap<String, Consumer<String>> hearing = new ConcurrentHashMap<>();
  private final Link<StatefulRedisPubSubConnection<String, String>> link;
  private final Redis redis;
  private final String prefix;

  RedisPeers(RedisClient client, Redis redis, RedisSettings settings) {
    this.link = new Link<>("other nodes", () -> connect(client));
    this.redis = redis;
    this.prefix = settings.prefix() + ":";
  }

  private StatefulRedisPubSubConnection<String, String> connect(RedisClient client) {
    var connection = client.connectPubSub();
    connection.addListener(this);
    return connection;
  }

  @Override
  public void afterPropertiesSet() {
    probe();
  }

  @Scheduled(fixedRateString = "PT0.5S")
  void probe() {
    var channels = hearing.keySet();
    if (link.probe() && !channels.isEmpty()) {
      var _ = subscribe(channels.toArray(String[]::new));
    }
  }

  private CompletionStage<?> subscribe(String... channels) {
    return link.find()
        .<CompletionStage<?>>map(connection -> connection.async().subscribe(channels))
        .orElseGet(() -> CompletableFuture.completedStage("once Redis is back"))
        .exceptionally(_ -> null);
  }

  @Override
  public void message(String channel, String words) {
    var hear = hearing.get(channel);
    if (hear != null) {
      hear.accept(words);
    }
  }

  @Override
  public CompletionStage<?> listen(String channel, Consumer<String> hear) {
    hearing.put(prefix + channel, hear);
    return subscribe(prefix + channel);
  }

  @Override
  public void leave(String channel) {
    hearing.remove(prefix + channel);
    var _ = link.find().map(connection -> connection.async().unsubscribe(prefix + channel));
  }

  @Override
  public CompletionStage<Long> say(String channel, String words) {
    return redis.publish(channel, words);
  }

  @Override
  public long countListening(String channel) {
    return redis.countListening(channel);
  }

  @Override
  public void destroy() {
    link.close();
  }
}
