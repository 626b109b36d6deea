package dev.parley.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQLite overwrites what is deleted with zeros (`secure_delete`), in the pages that it writes
/// anew; the pages of before stand in the write-ahead log until that is emptied.
@Component
final class SqliteErasure implements Erasure {

  private static final Logger log = LoggerFactory.getLogger(SqliteErasure.class);
  private static final int ATTEMPTS = 3;

  private final JdbcClient jdbc;

  SqliteErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void complete() {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (emptyLog()) {
        return;
      }
    }
    log.info("The write-ahead log could not be emptied, since others read; it will be later");
  }

  private boolean emptyLog() {
    return jdbc.sql("PRAGMA wal_checkpoint(TRUNCATE)")
            .query((row, _) -> row.getInt("busy"))
            .single()
        == 0;
  }
}
