package dev.parley.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A database of which one statement fails: the n-th from when it is planted, whoever's it is. What
/// jobs do of themselves is neither counted nor harmed.
///
/// On SQLite that is an error of the disk; a server's connection is gone with it.
public final class PlantedFailures implements BeanPostProcessor {

  /// What fails.
  public enum Kind {
    /// A statement, before anything has come of it.
    STATEMENT,
    /// That statement and all that come after it.
    EVERYTHING,
    /// A statement that finds the disk full.
    ROOM,
    /// A commit, before anything has come of it.
    COMMIT,
    /// A commit that has happened, and nobody hears of it.
    CONFIRMATION
  }

  private record Plan(Kind kind, String sql, AtomicInteger left) {

    boolean isAbout(Set<String> statements) {
      return sql.isEmpty() || statements.stream().anyMatch(statement -> statement.contains(sql));
    }

    boolean isDue() {
      var before = left.getAndDecrement();
      return before == 1 || (kind == Kind.EVERYTHING && before < 1);
    }
  }

  private volatile @Nullable Plan plan;

  /// Has the n-th fail from now on.
  ///
  /// @param n from 1
  public void plant(Kind kind, int n) {
    plant(kind, n, "");
  }

  /// Has the n-th of some fail from now on.
  ///
  /// @param n from 1
  /// @param sql what these statements have in them, or one of those that these commits are of
  public void plant(Kind kind, int n, String sql) {
    plan = new Plan(kind, sql, new AtomicInteger(n));
  }

  /// Has nothing fail any more.
  ///
  /// @return whether it had come to that
  public boolean clear() {
    var before = plan;
    plan = null;
    return before != null && before.left.get() <= 0;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool) {
      var source = pool.getDataSource();
      pool.setDataSource(failing(source == null ? unpooled(pool) : source));
      return pool;
    }
    return bean instanceof DataSource source ? failing(source) : bean;
  }

  private static DataSource unpooled(HikariDataSource pool) {
    return new DriverManagerDataSource(pool.getJdbcUrl(), pool.getDataSourceProperties());
  }

  private DataSource failing(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        return new FailingConnection(PlantedFailures.this, super.getConnection()).proxy();
      }
    };
  }

  /// Comes before a statement.
  void beforeStatement(Connection connection, String sql) throws SQLException {
    if (!Statements.isOfJobs(sql)) {
      strike(connection, Kind.STATEMENT, Set.of(sql));
      strike(connection, Kind.EVERYTHING, Set.of(sql));
      strike(connection, Kind.ROOM, Set.of(sql));
    }
  }

  /// @param statements what is committed
  void beforeCommit(Connection connection, Set<String> statements) throws SQLException {
    strike(connection, Kind.COMMIT, statements);
  }

  void afterCommit(Connection connection, Set<String> statements) throws SQLException {
    strike(connection, Kind.CONFIRMATION, statements);
  }

  private void strike(Connection connection, Kind kind, Set<String> statements)
      throws SQLException {
    var now = plan;
    if (now != null && now.kind == kind && now.isAbout(statements) && now.isDue()) {
      throw failure(connection, kind);
    }
  }

  private static SQLException failure(Connection connection, Kind kind) throws SQLException {
    if (connection.getMetaData().getURL().startsWith("jdbc:sqlite:")) {
      return new SQLiteException(
          "planted",
          kind == Kind.ROOM ? SQLiteErrorCode.SQLITE_FULL : SQLiteErrorCode.SQLITE_IOERR);
    }
    connection.abort(Runnable::run);
    return new SQLNonTransientConnectionException("planted", "08006");
  }
}
