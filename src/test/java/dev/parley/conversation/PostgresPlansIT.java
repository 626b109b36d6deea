package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testing.Client;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lists and searches with a great many rows of others around: no table is read as a whole.
class PostgresPlansIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  private static final String CONNECTIONS =
      "pg_stat_activity WHERE datname = current_database() AND application_name = 'parley'";

  @Test
  void readNoTableAsAWhole() throws SQLException {
    var address = PostgresServer.shared().create();
    try (var server = TestServer.start("--parley.database.url=" + address);
        var connection = PostgresServer.shared().connect(address)) {
      var member = server.member();
      var talk = Talk.start(member);
      talk.ask("Do platypuses lay eggs?");
      fill(connection);
      rest(server, connection);
      var before = scans(connection);
      use(member, talk);
      rest(server, connection);

      assertThat(scans(connection)).isEqualTo(before);
    }
  }

  private static void use(Client member, Talk talk) {
    for (var text : new String[] {"platypus", "the", "word 7", "中文字", "pl", "_%_", "!?!"}) {
      member
          .get("/conversations?limit=5&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
          .expect(200);
    }
    var path = "/conversations/%s/messages".formatted(talk.id());
    for (var list :
        List.of("/conversations", "/conversations?archived=true", path, path + "?branch=all")) {
      member.get(list).expect(200);
    }
    talk.ask("And spiny anteaters?");
    member.conversation();
  }

  /// A thousand accounts with five conversations each, of eight messages.
  private static void fill(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO users (id, email, password_hash, role, status, created_at)
          SELECT 'user_' || n, n || '@example.org', '', 'user', 'active', 0
          FROM generate_series(1, 1000) n
          """);
      statement.execute(
          """
          INSERT INTO conversations
            (id, owner_id, user_id, title, model, activity, created_at, updated_at)
          SELECT 'conv_' || n, 'user_' || n % 1000 + 1, 'user_' || n % 1000 + 1,
            'The title ' || n, 'any', n, 0, 0
          FROM generate_series(1, 5000) n
          """);
      statement.execute(
          """
          INSERT INTO messages
            (id, conversation_id, branch, depth, role, content, tokens, status, created_at)
          SELECT 'msg_' || n, 'conv_' || n % 5000 + 1, 0, n / 5000, 'user',
            'The word ' || n || ' among 中文字 and others', 1, 'completed', 0
          FROM generate_series(1, 39999) n
          """);
      statement.execute("VACUUM ANALYZE");
    }
  }

  /// Ends the connections of the server, which then have told what they did.
  private static void rest(TestServer server, Connection connection) throws SQLException {
    var pool = server.bean(HikariDataSource.class).getHikariPoolMXBean();
    pool.softEvictConnections();
    var deadline = System.nanoTime() + SOON.toNanos();
    // The one that stays has the lock.
    while (number(connection, CONNECTIONS) > 1) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      // What the server does by itself may have opened another.
      pool.softEvictConnections();
      Thread.onSpinWait();
    }
  }

  private static long scans(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT SUM(seq_scan) FROM pg_stat_user_tables
                WHERE relname IN ('users', 'conversations', 'messages')
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long number(Connection connection, String what) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM " + what)) {
      row.next();
      return row.getLong(1);
    }
  }
}
