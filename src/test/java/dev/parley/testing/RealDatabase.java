package dev.parley.testing;

import java.sql.Connection;
import java.sql.SQLException;

/// A real database server that tests have started.
public interface RealDatabase extends AutoCloseable {

  /// Makes a database.
  ///
  /// @return its address
  String create();

  /// A connection such as another program has.
  Connection connect(String address) throws SQLException;

  /// Ends it, and all connections to it.
  void stop();

  /// Starts it where it was, with what it had.
  void startAgain();

  @Override
  void close();
}
