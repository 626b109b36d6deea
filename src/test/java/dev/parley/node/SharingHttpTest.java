package dev.parley.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import dev.parley.testing.TwoNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may be on a database together, and what they do but once.
@Contract
class SharingHttpTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final TwoNodes NODES = TwoNodes.shared();

  @Keeps("nodes.jobs")
  @Test
  void doesAJobOnceHoweverManyNodesAskForIt() throws Exception {
    var done = new AtomicInteger();
    var jobs = List.of(NODES.first().bean(SoleJobs.class), NODES.second().bean(SoleJobs.class));
    Together.run(
        8,
        n -> {
          jobs.get(n % 2).run("of-a-test", EVERY, done::incrementAndGet);
          return n;
        });

    assertThat(done).hasValue(1);
  }

  @Test
  void saysWhereOneSignsWithAnotherKey() {
    var secret = "--parley.token.secret=the secret of one node alone, and of no other";
    try (var odd = NODES.node(secret)) {
      var id = odd.bean(ThisNode.class).id();
      assertThat(odd.bean(NodeRows.class).others(id))
          .filteredOn(other -> !other.dead())
          .isNotEmpty()
          .noneMatch(other -> odd.bean(Likeness.class).marks().equals(other.marks()));
    }
    await()
        .atMost(SOON)
        .until(
            () -> Files.readString(TestServer.LOG).contains("The signing key differs from that"));
  }

  @Test
  void refusesOneThatDoesNotShareARedisWithThem() {
    assertThatThrownBy(() -> TestServer.on(NODES.database()))
        .rootCause()
        .hasMessageStartingWith("Another process uses the database");
  }

  @Keeps("nodes.sqlite")
  @Test
  void refusesASecondOnOneFileWhateverRedisTheyHave(@TempDir Path folder) {
    var settings =
        new String[] {
          "--parley.database.url=sqlite:" + folder.resolve("parley.db"),
          "--parley.redis.url=" + NODES.redis().url(),
          "--parley.token.secret=the secret of both nodes, of 64 characters or so",
          "--parley.vault.master-keys=" + TestServer.MASTER_KEYS
        };
    try (var alone = TestServer.start(settings)) {
      var member = alone.member();
      member.ask(member.conversation(), "say-1-0", "Hi").expect(200);

      assertThatThrownBy(() -> TestServer.start(settings))
          .rootCause()
          .hasMessageStartingWith("Another process uses this database already");
    }
  }
}
