package dev.parley.platform;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether the database is there, is of this version, and answers.
@Component
@Order(1)
class DatabaseCheckup implements Checkup {

  private final ObjectProvider<JdbcClient> jdbc;
  private final Database database;

  DatabaseCheckup(ObjectProvider<JdbcClient> jdbc, Database database) {
    this.jdbc = jdbc;
    this.database = database;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Result examine() {
    try {
      var accounts = jdbc.getObject().sql("SELECT COUNT(*) FROM users").query(Long.class).single();
      return new Well("%s answers; accounts: %d".formatted(database.kind(), accounts));
    } catch (BeanCreationException e) {
      var reason = UnsafeStart.because(e);
      return new Ill(String.valueOf(reason.getMessage()), reason.remedy());
    } catch (DataAccessException e) {
      return new Ill(
          "It does not answer: %s.".formatted(e.getMostSpecificCause().getMessage()),
          "See that the database runs, and that DATABASE_URL is right.");
    }
  }
}
