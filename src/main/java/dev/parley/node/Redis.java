package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import dev.parley.platform.RedisSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What all nodes keep together, in Redis. While that is down nothing is asked of it, and whoever
/// wants something hears so at once. Blocks for a moment.
@Component
@OnNodes(Nodes.SEVERAL)
public class Redis implements InitializingBean, DisposableBean {

  private final Link<StatefulRedisConnection<String, String>> link;
  private final String prefix;

  Redis(RedisClient client, RedisSettings settings) {
    this.link = new Link<>("shared counts", client::connect);
    this.prefix = settings.prefix() + ":";
  }

  /// Where Redis is down at the start, the start does not wait for it.
  @Override
  public void afterPropertiesSet() {
    probe();
  }

  @Scheduled(fixedRateString = "PT0.5S")
  void probe() {
    link.probe();
  }

  /// Runs a script.
  ///
  /// @param key that it works on
  /// @return what it gave; nothing while Redis is down
  public Optional<List<Long>> run(Script script, String key, String... arguments) {
    return run(script, new String[] {key}, arguments);
  }

  /// Runs a script that works on several keys.
  public Optional<List<Long>> run(Script script, String[] keys, String... arguments) {
    var full = Stream.of(keys).map(prefix::concat).toArray(String[]::new);
    return ask(redis -> run(redis, script, full, arguments));
  }

  /// Runs a script without waiting.
  ///
  /// @return fails where it was not run
  public CompletionStage<?> start(Script script, String key, String... arguments) {
    return link.find()
        .<CompletionStage<?>>map(
            connection ->
                connection
                    .async()
                    .eval(
                        script.text(),
                        ScriptOutputType.MULTI,
                        new String[] {prefix + key},
                        arguments))
        .orElseGet(Redis::isDown);
  }

  private static <T> CompletionStage<T> isDown() {
    return CompletableFuture.failedStage(new RedisException("Redis is down"));
  }

  private static List<Long> run(
      RedisCommands<String, String> redis, Script script, String[] keys, String[] arguments) {
    try {
      return redis.evalsha(script.digest(), ScriptOutputType.MULTI, keys, arguments);
    } catch (RedisNoScriptException _) {
      return redis.eval(script.text(), ScriptOutputType.MULTI, keys, arguments);
    }
  }

  CompletionStage<Long> publish(String channel, String words) {
    return link.find()
        .<CompletionStage<Long>>map(
            connection -> connection.async().publish(prefix + channel, words))
        .orElseGet(Redis::isDown);
  }

  long countListening(String channel) {
    return ask(redis -> redis.pubsubNumsub(prefix + channel))
        .map(counts -> counts.getOrDefault(prefix + channel, 0L))
        .orElse(0L);
  }

  private <T> Optional<T> ask(Function<RedisCommands<String, String>, T> question) {
    var connection = link.find();
    try {
      return connection.map(StatefulRedisConnection::sync).map(question);
    } catch (RedisException e) {
      link.failed(e);
      return Optional.empty();
    }
  }

  boolean works() {
    return link.works();
  }

  @Override
  public void destroy() {
    link.close();
  }
}
