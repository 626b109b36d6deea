package dev.parley.platform;

import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// How the rooms ask the database, whichever it is.
@Configuration(proxyBeanMethods = false)
class Jdbc {

  @Bean
  FlywayConfigurationCustomizer migrations(Database database) {
    return flyway ->
        flyway.locations(database.kind().migrations()).configuration(Schema.ONE_CONNECTION);
  }

  @Bean
  FlywayMigrationStrategy bringUpToDate() {
    return Schema::bringUpToDate;
  }

  @Bean
  JdbcTemplate jdbcTemplate(DataSource source, SQLExceptionTranslator errors) {
    var template = new JdbcTemplate(source);
    template.setExceptionTranslator(errors);
    return template;
  }

  @Bean
  JdbcClient jdbcClient(JdbcTemplate template) {
    return JdbcClient.create(template);
  }
}
