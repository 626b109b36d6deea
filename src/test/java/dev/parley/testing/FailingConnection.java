package dev.parley.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A connection that asks [PlantedFailures] before each statement and around each commit.
final class FailingConnection {

  private interface Work {
    @Nullable Object run() throws Throwable;
  }

  private final PlantedFailures failures;
  private final Connection connection;

  /// What was executed since the last commit.
  private final Set<String> statements = ConcurrentHashMap.newKeySet();

  FailingConnection(PlantedFailures failures, Connection connection) {
    this.failures = failures;
    this.connection = connection;
  }

  Connection proxy() {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> onConnection(method, arguments));
  }

  private @Nullable Object onConnection(Method method, Object @Nullable [] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "commit" -> commit(() -> call(connection, method, arguments));
      case "prepareStatement" ->
          statement(PreparedStatement.class, call(connection, method, arguments), first(arguments));
      case "createStatement" -> statement(Statement.class, call(connection, method, arguments), "");
      default -> call(connection, method, arguments);
    };
  }

  private Object statement(Class<?> type, @Nullable Object statement, String prepared) {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {type},
        (_, method, arguments) -> {
          Work work = () -> call(statement, method, arguments);
          var sql = prepared.isEmpty() ? first(arguments) : prepared;
          return method.getName().startsWith("execute") ? execute(sql, work) : work.run();
        });
  }

  private @Nullable Object execute(String sql, Work work) throws Throwable {
    if (sql.equals("COMMIT")) {
      return commit(work);
    }
    failures.beforeStatement(connection, sql);
    statements.add(sql);
    return work.run();
  }

  private @Nullable Object commit(Work work) throws Throwable {
    var committed = Set.copyOf(statements);
    statements.clear();
    failures.beforeCommit(connection, committed);
    var result = work.run();
    failures.afterCommit(connection, committed);
    return result;
  }

  private static String first(Object @Nullable [] arguments) {
    return arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
  }

  private static @Nullable Object call(
      @Nullable Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
