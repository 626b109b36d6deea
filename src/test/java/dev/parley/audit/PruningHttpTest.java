package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A record of which the oldest end is cut off in good order.
@Contract
class PruningHttpTest {

  private final TestServer server = TestServer.start("--parley.audit.seal-every=50ms");
  private final Pruning pruning = server.bean(Pruning.class);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isWholeFromWhereItBegins() {
    for (var segments = 1; segments <= 3; segments++) {
      var sealed = sealed();
      server.member();
      Awaitility.await().until(() -> sealed() > sealed);
    }
    // What is not sealed when the time goes on is old from then on, and missed in its segment.
    Awaitility.await().until(() -> server.bean(Keeper.class).unsealed().size() == 0);
    server.clock().advance(Duration.ofDays(10));
    var before = server.clock().millis() - Duration.ofDays(1).toMillis();
    var due = pruning.count(before);
    assertThat(due).isGreaterThanOrEqualTo(2);
    for (var deleted = 0; deleted < due; deleted++) {
      assertThat(pruning.deleteOldest(before)).isTrue();
    }

    assertThat(pruning.deleteOldest(before)).isFalse();
    var report = server.bean(Verification.class).verify(null, _ -> {});
    assertThat(report.faults()).isZero();
  }

  @Test
  void staysWhereItIsYoung() {
    server.member();
    assertThat(pruning.deleteOldest(0)).isFalse();
  }

  private long sealed() {
    return server.bean(Heads.class).find().map(stored -> stored.head().number()).orElse(0L);
  }
}
