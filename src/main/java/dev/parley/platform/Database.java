package dev.parley.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where everything is stored.
///
/// @param url `DATABASE_URL`: `sqlite:` and the path of a file
@ConfigurationProperties("parley.database")
record Database(@DefaultValue("") String url) {

  private static final String FILE = "parley.db";
  private static final String SQLITE = "sqlite:";
  private static final String REMEDY = "Leave it out, or set it to sqlite: and the path of a file.";

  /// The file of the database, by default `parley.db` in the data folder.
  ///
  /// @throws UnsafeStart for an address of another kind
  Path file(DataFolder data) {
    return url.isBlank() ? data.file(FILE) : named();
  }

  /// @throws UnsafeStart for an address of another kind
  void check() {
    if (!url.isBlank()) {
      named();
    }
  }

  private Path named() {
    if (!url.startsWith(SQLITE)) {
      throw new UnsafeStart(
          "DATABASE_URL names a kind of database that this version does not have.", REMEDY);
    }
    var path = url.substring(SQLITE.length()).replaceFirst("^//(?=/)", "");
    // SQLite itself takes these for a database in memory, of which every connection has its own.
    if (path.isBlank() || path.startsWith(":")) {
      throw new UnsafeStart("DATABASE_URL names no file.", REMEDY);
    }
    return Path.of(path);
  }

  /// Whether there is one; if not, none is made.
  boolean exists(DataFolder data) {
    return Files.exists(url.isBlank() ? data.folder().resolve(FILE) : named());
  }
}
