package dev.parley.platform;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A way to the database for what must get through while all else waits for a connection: a server
/// whose requests are slow is not dead.
public interface Lifeline {

  /// Runs a statement that writes.
  <T> T write(Function<JdbcClient, T> statement);
}
