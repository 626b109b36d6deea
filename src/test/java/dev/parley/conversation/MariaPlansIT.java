package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import dev.parley.testing.MariaServer;
import dev.parley.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// Lists and searches with a great many rows of others around: no table is read as a whole.
class MariaPlansIT {

  /// The smallest table of which there are many rows has so many; some are read by others
  /// meanwhile.
  private static final long FEWER_THAN_A_TABLE = 900;

  @Keeps("sql.slow")
  @Test
  void readNoTableAsAWhole() throws SQLException {
    var address = MariaServer.shared().create();
    try (var server = TestServer.start("--parley.database.url=" + address);
        var connection = MariaServer.shared().connect(address)) {
      var member = server.member();
      var talk = Talk.start(member);
      talk.ask("Do platypuses lay eggs?");
      ManyRows.insert(connection, "(SELECT seq AS n FROM seq_1_to_%d) AS t"::formatted);
      ManyRows.index(server);
      analyze(connection);
      var before = scanned(connection);
      ManyRows.use(member, talk);

      assertThat(scanned(connection) - before).isLessThan(FEWER_THAN_A_TABLE);
    }
  }

  private static void analyze(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("ANALYZE TABLE users, conversations, messages");
    }
  }

  /// Rows that were read one after another, and not by a key.
  private static long scanned(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT SUM(variable_value) FROM information_schema.global_status
                WHERE variable_name IN ('HANDLER_READ_RND_NEXT', 'HANDLER_READ_FIRST')
                """)) {
      row.next();
      return row.getLong(1);
    }
  }
}
