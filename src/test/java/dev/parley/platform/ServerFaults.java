package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testing.Client;
import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import dev.parley.testing.RealDatabase;
import dev.parley.testing.TestServer;
import dev.parley.testing.ToxicWire;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database server that is down, held by another, not there, or far away; the same for all kinds
/// of them.
abstract class ServerFaults {

  private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);
  private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
  private static final String BODY = "{\"title\":\"Once\"}";
  private static final Map<String, String> KEY = Map.of("Idempotency-Key", "the-key-of-this-test");

  /// The one that all tests share.
  abstract RealDatabase shared();

  abstract RealDatabase start(Path folder);

  /// Has the driver send a commit as a word, for the wire to see.
  abstract String sayingCommit(String address);

  /// Ends the connection that has the lock.
  abstract void endLock(TestServer server) throws SQLException;

  @Keeps({"database.told", "database.back"})
  @Test
  void saysSoSoonWhileTheDatabaseIsDownAndIsBackByItself(@TempDir Path folder) {
    try (var database = start(folder);
        var server = started(database.create())) {
      var member = server.member();
      var conversation = member.conversation();
      database.stop();
      for (var i = 0; i < 3; i++) {
        assertTellsSoon(member);
      }
      member.get("/health/live").expect(200);
      member.get("/health/ready").expect(503);

      database.startAgain();
      awaitReady(member);
      member.ask(conversation, "say-3-0", "Are you back?").expect(200);
    }
  }

  @Test
  void takesAgainTheLockThatWasLostWithItsConnection() throws SQLException {
    var address = shared().create();
    try (var server = started(address)) {
      endLock(server);
      server.bean(ServerLock.class).keep();
      assertIsRefused(address);
    }
  }

  @Test
  void isForOneServer() {
    var address = shared().create();
    try (var first = started(address)) {
      assertIsRefused(address);
      first.client().get("/health/ready").expect(200);
    }
    started(address).close();
  }

  @Test
  void isRefusedWhereItIsNotThere() {
    var address = shared().create() + "_not";
    assertThatThrownBy(() -> started(address))
        .hasStackTraceContaining("cannot be used: ")
        .hasStackTraceContaining(address.substring(address.lastIndexOf('/') + 1));
  }

  @Test
  void saysSoWhenARowIsHeldForTooLong() throws Exception {
    var address = shared().create();
    try (var server = started(address)) {
      var member = server.member();
      var conversation = member.conversation();
      try (var stranger = shared().connect(address);
          var statement = stranger.createStatement()) {
        stranger.setAutoCommit(false);
        statement.execute("SELECT * FROM conversations FOR UPDATE");
        member
            .patch("/conversations/" + conversation, "{'title':'Mine'}")
            .expectProblem(503, "storage_busy");
        assertThat(title(member, conversation)).isEmpty();
        stranger.rollback();
      }
      member.patch("/conversations/" + conversation, "{'title':'Mine'}").expect(200);
      assertThat(title(member, conversation)).isEqualTo("Mine");
    }
  }

  @Keeps("database.once")
  @Test
  void doesOnceWhatWasCommittedAndNeverConfirmed() throws Exception {
    try (var wire = new ToxicWire(sayingCommit(shared().create()));
        var server = started(wire.address())) {
      var member = server.member();
      wire.cutAfterCommit();
      member.send("POST", "/conversations", BODY, KEY).expectProblem(503, "storage_unavailable");

      var again = member.send("POST", "/conversations", BODY, KEY).expect(201);
      assertThat(again.header("Idempotency-Replayed")).contains("true");
      var list = member.get("/conversations").expect(200).body().get("data");
      assertThat(list.valueStream()).containsExactly(again.body());
    }
  }

  @Keeps("database.back")
  @Test
  void goesOnAfterAllItsConnectionsWereReset() throws Exception {
    try (var wire = new ToxicWire(shared().create());
        var server = started(wire.address())) {
      var member = server.member();
      wire.reset();
      awaitReady(member);
      member.ask(member.conversation(), "say-3-0", "Are you back?").expect(200);
    }
  }

  @Keeps("database.told")
  @Test
  void saysSoSoonWhereNothingComesBack() throws Exception {
    try (var wire = new ToxicWire(shared().create());
        var server = started(wire.address())) {
      var member = server.member();
      rest(server);
      wire.swallow();
      assertTellsSoon(member);
      wire.heal();
      awaitReady(member);
    }
  }

  /// Connections that were used a moment ago are taken for good unseen.
  private static void rest(TestServer server) {
    server.bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
  }

  private static TestServer started(String address) {
    return TestServer.on(address);
  }

  private static void assertTellsSoon(Client member) {
    var began = System.nanoTime();
    member.get("/conversations").expectProblem(503, "storage_unavailable");
    member.post("/conversations", "{}").expectProblem(503, "storage_unavailable");
    Figures.atMost("database.told", Figures.millisSince(began) / 2, "told within %.0f ms");
    assertThat(since(began)).isLessThan(TOLD_WITHIN.multipliedBy(2));
  }

  private static void awaitReady(Client client) {
    var began = System.nanoTime();
    while (client.get("/health/ready").status() != 200) {
      assertThat(since(began)).isLessThan(BACK_WITHIN);
    }
    Figures.atMost("database.back", Figures.millisSince(began), "back within %.0f ms");
  }

  private static void assertIsRefused(String address) {
    assertThatThrownBy(() -> started(address))
        .hasRootCauseInstanceOf(UnsafeStart.class)
        .hasRootCauseMessage(
            "Another process uses the database %s already."
                .formatted(address.replaceFirst(".*@([^/]*)/([^?]*).*", "$2 at $1")));
  }

  private static String title(Client member, String conversation) {
    return member
        .get("/conversations/" + conversation)
        .expect(200)
        .body()
        .get("title")
        .asString("");
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
