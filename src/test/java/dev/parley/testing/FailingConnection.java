package dev.parley.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// A connection that asks [PlantedFailures] before each statement and around each commit.
record FailingConnection(PlantedFailures failures, Connection connection) {

  private interface Work {
    @Nullable Object run() throws Throwable;
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
    return work.run();
  }

  private @Nullable Object commit(Work work) throws Throwable {
    failures.beforeCommit(connection);
    var result = work.run();
    failures.afterCommit(connection);
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
