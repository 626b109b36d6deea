package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.GatedModel;
import dev.parley.testing.LoadBalancer;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.PackagedServer;
import dev.parley.testing.PersistentAsker;
import dev.parley.testing.PersistentReader;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two packaged programs on one PostgreSQL and one Redis, with what shares out requests before
/// them.
class SeveralNodesIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration STOPPING = Duration.ofSeconds(60);
  private static final int READERS = 200;
  private static final int ASKERS = 20;

  private final RedisServer redis = RedisServer.start();
  private final FakeModel fake = FakeModel.start();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> settings = new HashMap<>(PackagedServer.asking(fake));
  private final Path folder;
  private PackagedServer first;
  private PackagedServer second;
  private final LoadBalancer balancer;

  SeveralNodesIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    settings.put("DATABASE_URL", PostgresServer.shared().create());
    settings.put("REDIS_URL", redis.url());
    settings.put("JWT_SECRET", "the secret of both nodes, of 64 characters or so");
    settings.put("PARLEY_MASTER_KEYS", "both:" + "0f1e2d3c4b5a6978".repeat(4));
    settings.put("PARLEY_LIMIT_ACCOUNT_QUESTIONS", "100000/1s");
    settings.put("PARLEY_LIMIT_ADDRESS_REGISTRATIONS", "100000/1s");
    settings.put("PARLEY_LIMIT_ADDRESS_LOGINS", "100000/1s");
    first = start("first");
    second = start("second");
    balancer = new LoadBalancer(List.of(first, second));
  }

  private PackagedServer start(String name) throws IOException {
    return PackagedServer.start(Files.createTempDirectory(folder, name), settings);
  }

  @AfterEach
  void close() {
    people.shutdownNow();
    balancer.close();
    first.close();
    second.close();
    redis.close();
    fake.close();
  }

  @Test
  void outlastTheDeathOfOne() throws Exception {
    var model = GatedModel.of(fake, 30);
    var asker = first.client().signUp();
    try (var answer = OpenAnswer.of(asker, model)) {
      var everywhere = new Client(balancer::uri, null, asker.token(), null);
      var readers =
          IntStream.range(0, READERS)
              .mapToObj(_ -> new PersistentReader(everywhere, answer.id(), ""))
              .toList();
      var reading = readers.stream().map(people::submit).toList();
      model.release(20);
      var read = model.text(20).length();
      await().atMost(SOON).until(() -> readers.stream().allMatch(one -> one.length() == read));
      first.kill();

      for (var one : reading) {
        var whole = one.get();
        assertThat(whole.text()).isEqualTo(model.text(20));
        assertThat(whole.end().name()).isEqualTo("message.failed");
        assertThat(whole.end().json().path("code").stringValue()).isEqualTo("interrupted");
      }
      var stored = everywhere.get("/messages/" + answer.id()).expect(200);
      assertThat(stored.text("status")).isEqualTo("interrupted");
      assertThat(model.text(20)).startsWith(stored.text("content"));
      everywhere.ask(answer.conversation(), "say-1-0", "Go on.").expect(200);
    }
  }

  @Test
  void loseNobodyWhileOneAfterTheOtherIsStartedAnew() throws Exception {
    var askers =
        IntStream.range(0, ASKERS)
            .mapToObj(_ -> second.client().signUp())
            .map(who -> new PersistentAsker(new Client(balancer::uri, null, who.token(), null)))
            .toList();
    var asking = askers.stream().map(people::submit).toList();
    await().atMost(SOON).until(() -> askers.stream().allMatch(one -> one.answered() > 0));

    first = replace(first, "third");
    second = replace(second, "fourth");
    var before = askers.stream().mapToInt(PersistentAsker::answered).sum();
    await()
        .atMost(SOON)
        .until(() -> askers.stream().mapToInt(PersistentAsker::answered).sum() > before + ASKERS);
    askers.forEach(PersistentAsker::stop);

    for (var one : asking) {
      assertThat(one.get()).isEmpty();
    }
  }

  private PackagedServer replace(PackagedServer old, String name) throws Exception {
    old.terminate();
    assertThat(old.awaitExit(STOPPING)).isZero();
    var next = start(name);
    balancer.add(next);
    return next;
  }
}
