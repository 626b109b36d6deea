package dev.parley.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// A connection of its own.
final class ServerLifeline implements Lifeline, Closeable {

  private final HikariDataSource connection;
  private final JdbcClient jdbc;

  /// @param connection a pool of one
  ServerLifeline(HikariDataSource connection, SQLExceptionTranslator errors) {
    this.connection = connection;
    var template = new JdbcTemplate(connection);
    template.setExceptionTranslator(errors);
    this.jdbc = JdbcClient.create(template);
  }

  @Override
  public int write(String sql, Map<String, ?> parameters) {
    return jdbc.sql(sql).params(parameters).update();
  }

  @Override
  public void close() {
    connection.close();
  }
}
