package dev.parley.auth;

import dev.parley.platform.Dialect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps others from changing an account until the transaction ends; whoever holds one does so
/// before anything that hangs on it. Where a transaction is alone anyway, nothing is asked.
@Component
class HeldAccounts {

  private final JdbcClient jdbc;
  private final Dialect dialect;

  HeldAccounts(JdbcClient jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String id) {
    hold("", id);
  }

  /// Holds an account and those of all administrators, in their order, so that two of them who shut
  /// each other out come one after the other.
  @Transactional(propagation = Propagation.MANDATORY)
  public void holdWithAdmins(String id) {
    hold("OR (role = 'admin' AND status = 'active')", id);
  }

  private void hold(String others, String id) {
    if (!dialect.hold().isEmpty()) {
      jdbc.sql(
              "SELECT id FROM users WHERE id = :id %s ORDER BY id".formatted(others)
                  + dialect.hold())
          .param("id", id)
          .query(String.class)
          .list();
    }
  }
}
