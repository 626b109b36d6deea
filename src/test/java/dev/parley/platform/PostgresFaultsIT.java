package dev.parley.platform;

import dev.parley.testing.PostgresServer;
import dev.parley.testing.RealDatabase;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresFaultsIT extends ServerFaults {

  @Override
  RealDatabase shared() {
    return PostgresServer.shared();
  }

  @Override
  RealDatabase start(Path folder) {
    return PostgresServer.start(folder);
  }

  @Override
  String sayingCommit(String address) {
    return address + "?prepareThreshold=0";
  }

  @Override
  void endLock(TestServer server) {
    server
        .bean(JdbcClient.class)
        .sql(
            """
            SELECT COUNT(pg_terminate_backend(l.pid, 10000))
            FROM pg_locks l JOIN pg_database d ON d.oid = l.database
            WHERE l.locktype = 'advisory' AND l.granted AND d.datname = current_database()
            """)
        .query(Integer.class)
        .single();
  }
}
