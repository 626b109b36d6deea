package dev.parley.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Connections that keep the statements that were prepared on them, for the next who prepares the
/// same: SQLite's driver keeps none, and compiling a statement costs more than most of ours take to
/// run. A statement that failed is not kept.
///
/// As with any connection, one thread at a time.
final class KeptStatements extends DelegatingDataSource {

  /// More than the program has.
  private static final int MOST = 200;

  KeptStatements(DataSource source) {
    super(source);
  }

  @Override
  public Connection getConnection() throws SQLException {
    var kept = new KeepingConnection(super.getConnection());
    return proxy(Connection.class, kept);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            KeptStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private record KeepingConnection(
      Connection connection, SequencedMap<String, PreparedStatement> idle)
      implements InvocationHandler {

    KeepingConnection(Connection connection) {
      this(connection, new LinkedHashMap<>());
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (arguments != null
          && arguments.length == 1
          && "prepareStatement".equals(method.getName())) {
        return prepare((String) arguments[0]);
      }
      return call(connection, method, arguments);
    }

    private PreparedStatement prepare(String sql) throws SQLException {
      var statement = idle.remove(sql);
      return proxy(
          PreparedStatement.class,
          new KeptStatement(
              this, sql, statement == null ? connection.prepareStatement(sql) : statement));
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
      statement.clearParameters();
      var second = idle.put(sql, statement);
      if (second != null) {
        second.close();
      }
      if (idle.size() > MOST) {
        idle.pollFirstEntry().getValue().close();
      }
    }
  }

  private static final class KeptStatement implements InvocationHandler {

    private final KeepingConnection connection;
    private final String sql;
    private final PreparedStatement statement;
    private @Nullable ResultSet rows;
    private boolean failed;
    private boolean closed;

    KeptStatement(KeepingConnection connection, String sql, PreparedStatement statement) {
      this.connection = connection;
      this.sql = sql;
      this.statement = statement;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if ("close".equals(method.getName())) {
        close();
        return null;
      }
      try {
        var result = call(statement, method, arguments);
        if (result instanceof ResultSet read) {
          rows = read;
        }
        return result;
      } catch (SQLException e) {
        failed = true;
        throw e;
      }
    }

    private void close() throws SQLException {
      if (closed) {
        return;
      }
      closed = true;
      if (failed) {
        statement.close();
        return;
      }
      if (rows != null) {
        rows.close();
      }
      connection.keep(sql, statement);
    }
  }
}
