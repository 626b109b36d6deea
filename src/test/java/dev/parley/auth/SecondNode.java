package dev.parley.auth;

import dev.parley.platform.Dialect;
import dev.parley.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// What another node over the server's database knows of revocations. Its way there can be cut.
final class SecondNode {

  private final List<Object> told = new ArrayList<>();
  private final Revocations revocations;
  private boolean cut;

  SecondNode(TestServer server) {
    var database =
        new DelegatingDataSource(server.bean(DataSource.class)) {
          @Override
          public Connection getConnection() throws SQLException {
            if (cut) {
              throw new SQLException("cut off");
            }
            return super.getConnection();
          }
        };
    var entries =
        new RevocationLog(
            JdbcClient.create(database),
            server.clock(),
            server.bean(TokenSettings.class),
            server.bean(Dialect.class));
    revocations = new Revocations(entries, told::add, server.clock());
    revocations.afterPropertiesSet();
  }

  void cutOff() {
    cut = true;
  }

  void poll() {
    revocations.poll();
  }

  boolean shutsOut(String subjectId) {
    return revocations.concern(subjectId);
  }

  /// The events that its rooms were told.
  List<Object> told() {
    return told;
  }
}
