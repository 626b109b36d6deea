package dev.parley.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.awaitility.Awaitility;

/// What is done to accounts by way of the database, as by another node.
final class Decree {

  private final TestServer server;

  Decree(TestServer server) {
    this.server = server;
  }

  /// Makes the account an administrator's.
  Client appoint(Client member) {
    execute("UPDATE users SET role = 'admin' WHERE id = ?", id(member));
    return server.client().signIn(String.valueOf(member.email()), Client.PASSWORD);
  }

  /// Suspends the account with its sessions, and returns once the server knows.
  Client suspend(Client member) {
    var id = id(member);
    execute("UPDATE users SET status = 'suspended' WHERE id = ?", id);
    execute(
        """
        INSERT INTO revocations (kind, subject_id, at, expires_at)
        SELECT 'session_ended', id, unixepoch() * 1000, (unixepoch() + 3600) * 1000
        FROM sessions
        WHERE user_id = ?
        """,
        id);
    Awaitility.await().until(() -> member.get("/account").status() == 401);
    return member;
  }

  private static String id(Client member) {
    return member.get("/account").expect(200).text("id");
  }

  private void execute(String sql, String id) {
    var database = "jdbc:sqlite:" + server.data().resolve("parley.db");
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
