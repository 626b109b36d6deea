package dev.parley.platform;

import dev.parley.testing.MariaServer;
import dev.parley.testing.RealDatabase;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
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
    var holder =
        jdbc.sql("SELECT IS_USED_LOCK(CONCAT('parley.', MD5(DATABASE())))")
            .query(Long.class)
            .single();
    jdbc.sql("KILL " + holder).update();
  }
}
