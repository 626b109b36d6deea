package dev.parley.platform;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// MariaDB and MySQL as they are run here: what does not fit is an error, and texts are compared
/// character by character.
@Configuration(proxyBeanMethods = false)
@OnDatabase(DatabaseKind.MARIADB)
class MariaDb {

  static final Driver DRIVER =
      new Driver(
          "mariadb",
          Map.of("connectTimeout", "1000", "connectionAttributes", "program_name:parley"),
          Map.of("socketTimeout", "30000"),
          MariaLocks.take(),
          MariaLocks.share(),
          """
          SET SESSION innodb_lock_wait_timeout = 5,
            sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'""",
          new MariaErrors());

  @Bean
  Driver driver() {
    return DRIVER;
  }

  @Bean
  BackUp backUp() {
    return new ServerBackUp("mariadb-dump --single-transaction NAME > FILE");
  }

  @Bean
  FlywayConfigurationCustomizer collation(@FlywayDataSource DataSource patient) {
    return flyway -> flyway.placeholders(placeholders(patient));
  }

  /// What stands for something in migrations: a collation for which blanks at the end count, which
  /// has another name on MySQL, and the words that let a migration be gone through again, which
  /// are not known there.
  static Map<String, String> placeholders(DataSource source) {
    var version = JdbcClient.create(source).sql("SELECT VERSION()").query(String.class).single();
    return version.contains("MariaDB")
        ? Map.of(
            "collation",
            "utf8mb4_nopad_bin",
            "unlessThere",
            "IF NOT EXISTS",
            "ifThere",
            "IF EXISTS")
        : Map.of("collation", "utf8mb4_0900_bin", "unlessThere", "", "ifThere", "");
  }
}
