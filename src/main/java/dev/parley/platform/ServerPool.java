package dev.parley.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/// The connections to a database server. A virtual thread that finds none waits, but no longer than
/// somebody would who wants to hear within 2 seconds that the database is down.
final class ServerPool {

  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  /// How long a connection may take to show that it still works.
  private static final Duration TRIAL = Duration.ofMillis(500);

  private ServerPool() {}

  static HikariDataSource of(Database database, Driver driver) {
    var pool = new HikariDataSource();
    pool.setPoolName("database");
    pool.setMaximumPoolSize(database.connections());
    // Where nobody waits, nobody tries to connect either: who comes next tries at once, and does
    // not wait until an attempt that failed is made again.
    pool.setMinimumIdle(0);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.setValidationTimeout(TRIAL.toMillis());
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.setJdbcUrl(driver.url(database.address()));
    var properties = database.address().properties(driver.always());
    driver.pooled().forEach(properties::putIfAbsent);
    pool.setDataSourceProperties(properties);
    pool.setConnectionInitSql(driver.begin());
    return pool;
  }
}
