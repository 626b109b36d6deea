package dev.parley.platform;

import java.util.Map;

/// A way to the database for what must get through while all else waits for a connection: a server
/// whose requests are slow is not dead.
public interface Lifeline {

  /// Runs a statement that writes, in a transaction of its own.
  ///
  /// @return how many rows it changed
  int write(String sql, Map<String, ?> parameters);
}
