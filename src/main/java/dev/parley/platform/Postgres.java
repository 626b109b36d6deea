package dev.parley.platform;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// PostgreSQL as it is run here.
@Configuration(proxyBeanMethods = false)
@OnDatabase(DatabaseKind.POSTGRESQL)
class Postgres {

  static final Driver DRIVER =
      new Driver(
          "postgresql",
          Map.of("ApplicationName", "parley", "connectTimeout", "1", "tcpKeepAlive", "true"),
          Map.of("socketTimeout", "30"),
          // The number says "parley".
          "SELECT pg_try_advisory_lock(x'7061726c6579'::bigint)",
          "SELECT pg_try_advisory_lock_shared(x'7061726c6579'::bigint)",
          "SET lock_timeout = '5s'",
          new PostgresErrors());

  @Bean
  Driver driver() {
    return DRIVER;
  }

  @Bean
  BackUp backUp() {
    return new ServerBackUp("pg_dump --format=custom --file=FILE DATABASE_URL");
  }
}
