package dev.parley.platform;

import org.springframework.stereotype.Component;

/// PostgreSQL clears away what is deleted by itself, by and by (autovacuum), and its files are for
/// those who run it.
@Component
@OnDatabase(DatabaseKind.POSTGRESQL)
final class PostgresErasure implements Erasure {

  @Override
  public void complete() {
    // There is nothing that a client may do.
  }
}
