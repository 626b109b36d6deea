package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testing.Keeps;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Lists and searches with a great many rows of others around: no table is read as a whole.
class PostgresPlansIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  private static final String CONNECTIONS =
      "pg_stat_activity WHERE datname = current_database() AND application_name = 'parley'";

  @Keeps("sql.slow")
  @Test
  void readNoTableAsAWhole() throws SQLException {
    var address = PostgresServer.shared().create();
    try (var server = TestServer.start("--parley.database.url=" + address);
        var connection = PostgresServer.shared().connect(address)) {
      var member = server.member();
      var talk = Talk.start(member);
      talk.ask("Do platypuses lay eggs?");
      ManyRows.insert(connection, "generate_series(1, %d) AS t (n)"::formatted);
      ManyRows.index(server);
      vacuum(connection);
      rest(server, connection);
      var before = scans(connection);
      ManyRows.use(member, talk);
      rest(server, connection);

      assertThat(scans(connection)).isEqualTo(before);
    }
  }

  private static void vacuum(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
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
                WHERE relname IN ('conversations', 'messages')
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
