package dev.parley.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

/// PostgreSQL as it is run here: transactions side by side, each statement on what is committed by
/// then; whoever waits for a row waits for 5 seconds at most.
@Configuration(proxyBeanMethods = false)
@OnDatabase(DatabaseKind.POSTGRESQL)
class Postgres {

  private static final Map<String, String> ALWAYS =
      Map.of("ApplicationName", "parley", "connectTimeout", "1", "tcpKeepAlive", "true");

  /// The number says "parley".
  private static final String TAKE_LOCK = "SELECT pg_try_advisory_lock(x'7061726c6579'::bigint)";

  @Bean
  @Profile("!" + Presence.BESIDE)
  ServerLock databaseLock(@FlywayDataSource DataSource patient, Database database) {
    return new ServerLock(patient, database.server(), TAKE_LOCK);
  }

  @Bean("databaseLock")
  @Profile(Presence.BESIDE)
  MadeDatabase madeDatabase(@FlywayDataSource DataSource patient, Database database) {
    try {
      return new MadeDatabase(patient, database.kind().migrations());
    } catch (FlywayException e) {
      throw database.server().unusable(e);
    }
  }

  /// For what may take its time: bringing the database up to date.
  @Bean
  @FlywayDataSource
  DataSource patient(Database database) {
    var server = database.server();
    var source = new DriverManagerDataSource(url(server));
    source.setConnectionProperties(server.properties(ALWAYS));
    return source;
  }

  @Bean
  @Primary
  @DependsOn("databaseLock")
  HikariDataSource pool(Database database) {
    var pool = ServerPool.of(database);
    pool.setJdbcUrl(url(database.server()));
    var properties = database.server().properties(ALWAYS);
    properties.putIfAbsent("socketTimeout", "30");
    pool.setDataSourceProperties(properties);
    pool.setConnectionInitSql("SET lock_timeout = '5s'");
    return pool;
  }

  @Bean
  BackUp backUp() {
    return new ServerBackUp("pg_dump --format=custom --file=FILE DATABASE_URL");
  }

  @Bean
  SQLExceptionTranslator storageErrors() {
    return new PostgresErrors();
  }

  @Bean
  PlatformTransactionManager transactions(DataSource pool, SQLExceptionTranslator errors) {
    var transactions = new JdbcTransactionManager(pool);
    transactions.setExceptionTranslator(errors);
    return transactions;
  }

  private static String url(DatabaseServer server) {
    return "jdbc:postgresql://%s/%s".formatted(server.host(), server.encodedName());
  }
}
