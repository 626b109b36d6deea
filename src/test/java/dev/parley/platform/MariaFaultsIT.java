package dev.parley.platform;

import dev.parley.testing.MariaServer;
import dev.parley.testing.RealDatabase;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

class MariaFaultsIT extends ServerFaults {

  @Override
  RealDatabase shared() {
    return MariaServer.shared();
  }

  @Override
  RealDatabase start(Path folder) {
    return MariaServer.start(folder);
  }

  @Override
  String sayingCommit(String address) {
    return address;
  }

  @Override
  void endLock(TestServer server) {
    var jdbc = server.bean(JdbcClient.class);
    var holder = holder(jdbc);
    jdbc.sql("KILL " + holder.orElseThrow()).update();
    // It ends when the database comes to it.
    Awaitility.await().until(() -> !holder.equals(holder(jdbc)));
  }

  private static Optional<Long> holder(JdbcClient jdbc) {
    return jdbc.sql("SELECT IS_USED_LOCK(CONCAT('parley.', MD5(DATABASE())))")
        .query(Long.class)
        .optional();
  }
}
