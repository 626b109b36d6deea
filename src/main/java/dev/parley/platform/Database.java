package dev.parley.platform;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where everything is stored.
///
/// @param url `DATABASE_URL`: `sqlite:` and the path of a file, or the address of a server with its
/// user and password
/// @param connections the most connections to a server
/// @param server a MySQL or MariaDB that is not named by an address
@ConfigurationProperties("parley.database")
record Database(
    @DefaultValue("") Secret url,
    @DefaultValue("20") int connections,
    @DefaultValue Separately server) {

  /// @param host `DB_HOST`: its address; where it is not set, none of it counts
  /// @param port `DB_PORT`: where it listens
  /// @param user `DB_USER`: who signs in there
  /// @param password `DB_PASSWORD`: and with what
  /// @param name `DB_NAME`: the database
  record Separately(
      @DefaultValue("") String host,
      @DefaultValue("3306") int port,
      @DefaultValue("parley") String user,
      @DefaultValue("") Secret password,
      @DefaultValue("parley") String name) {

    DatabaseServer read() {
      return new DatabaseServer(
          DatabaseKind.MARIADB, host + ":" + port, name, user, password, Map.of());
    }
  }

  private static final String FILE = "parley.db";
  private static final String SQLITE = "sqlite:";
  private static final String REMEDY =
      "Leave it out, or set it to sqlite: and the path of a file, or to"
          + " postgresql://user:password@host:port/name, or mysql:// or mariadb:// and the same.";

  /// The one at an address.
  static Database at(Secret url) {
    return new Database(url, 20, new Separately("", 0, "", new Secret(""), ""));
  }

  DatabaseKind kind() {
    return isFile() ? DatabaseKind.SQLITE : address().kind();
  }

  /// The file of the database, by default `parley.db` in the data folder.
  ///
  /// @throws UnsafeStart for an address of another kind
  Path file(DataFolder data) {
    return url.isBlank() ? data.file(FILE) : named();
  }

  /// The server of the database.
  ///
  /// @throws UnsafeStart for an address of another kind
  DatabaseServer address() {
    if (url.isBlank() && !server.host.isBlank()) {
      return server.read();
    }
    return DatabaseServer.read(url.reveal())
        .orElseThrow(
            () ->
                new UnsafeStart(
                    "DATABASE_URL names no database that this version can use.", REMEDY));
  }

  /// @throws UnsafeStart for an address that cannot be used
  void check() {
    if (!url.isBlank() && !server.host.isBlank()) {
      throw new UnsafeStart(
          "DATABASE_URL and DB_HOST both say where the database is.", "Leave one of them out.");
    }
    if (!isFile()) {
      address();
    } else if (!url.isBlank()) {
      named();
    }
    if (connections < 2) {
      throw new UnsafeStart(
          "parley.database.connections has to be 2 or more.", "Leave it out, and it is 20.");
    }
  }

  private boolean isFile() {
    return url.isBlank() ? server.host.isBlank() : url.reveal().startsWith(SQLITE);
  }

  /// The file that the address names.
  Path named() {
    if (!isFile()) {
      throw new UnsafeStart("DATABASE_URL names no file.", REMEDY);
    }
    var path = url.reveal().substring(SQLITE.length()).replaceFirst("^//(?=/)", "");
    // SQLite itself takes these for a database in memory, of which every connection has its own.
    if (path.isBlank() || path.startsWith(":")) {
      throw new UnsafeStart("DATABASE_URL names no file.", REMEDY);
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException _) {
      throw new UnsafeStart("DATABASE_URL names no file.", REMEDY);
    }
  }

  /// Whether there is one; if not, none is made.
  boolean exists(DataFolder data) {
    return Files.exists(url.isBlank() ? data.folder().resolve(FILE) : named());
  }
}
