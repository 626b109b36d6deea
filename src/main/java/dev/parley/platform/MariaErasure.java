package dev.parley.platform;

import org.springframework.stereotype.Component;

/// MariaDB clears away what is deleted by itself, once nobody reads it any more (purge), and its
/// files are for those who run it.
@Component
@OnDatabase(DatabaseKind.MARIADB)
final class MariaErasure implements Erasure {

  @Override
  public void complete() {
    // There is nothing that a client may do.
  }
}
