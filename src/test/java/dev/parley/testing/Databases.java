package dev.parley.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The databases of the servers that tests start: SQLite, or what `-Dparley.database` names. Each
/// server has a database of its own, which is that of its data folder.
final class Databases {

  private static final String KIND = System.getProperty("parley.database", "sqlite");
  private static final Map<Path, String> ADDRESSES = new ConcurrentHashMap<>();

  private Databases() {}

  /// A server that several nodes can share.
  static RealDatabase server() {
    return KIND.equals("mariadb") ? MariaServer.shared() : PostgresServer.shared();
  }

  /// The address of the database that goes with a folder, which is made if need be; none where it
  /// is a file in that folder.
  static Optional<String> address(Path folder) {
    return switch (KIND) {
      case "sqlite" -> Optional.empty();
      case "postgresql" ->
          Optional.of(ADDRESSES.computeIfAbsent(folder, _ -> PostgresServer.shared().create()));
      case "mariadb" ->
          Optional.of(ADDRESSES.computeIfAbsent(folder, _ -> MariaServer.shared().create()));
      default -> throw new IllegalArgumentException("no database " + KIND);
    };
  }
}
