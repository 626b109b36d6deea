package dev.parley.platform;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether the database answers.
@Component
class DatabaseCheck implements ReadinessCheck {

  private final JdbcClient jdbc;

  DatabaseCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public boolean works() {
    try {
      return jdbc.sql("SELECT 1").query(Integer.class).single() == 1;
    } catch (DataAccessException _) {
      return false;
    }
  }
}
