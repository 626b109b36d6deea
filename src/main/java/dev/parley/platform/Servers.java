package dev.parley.platform;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/// Database servers as they are run here: transactions side by side, each statement on what is
/// committed by then; whoever waits for a row waits for 5 seconds at most.
@Configuration(proxyBeanMethods = false)
@OnDatabase({DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB})
class Servers {

  @Bean
  @Profile("!" + Presence.BESIDE)
  ServerLock databaseLock(
      @FlywayDataSource DataSource patient, Database database, Driver driver, RedisSettings redis) {
    var lock = redis.nodes() == Nodes.ONE ? driver.takeLock() : driver.shareLock();
    return new ServerLock(patient, database.address(), lock);
  }

  @Bean("databaseLock")
  @Profile(Presence.BESIDE)
  MadeDatabase madeDatabase(@FlywayDataSource DataSource patient, Database database) {
    try {
      return new MadeDatabase(patient, database.kind());
    } catch (FlywayException e) {
      throw database.address().unusable(e);
    }
  }

  /// For what may take its time: bringing the database up to date.
  @Bean
  @FlywayDataSource
  DataSource patient(Database database, Driver driver) {
    var server = database.address();
    var source = new DriverManagerDataSource(driver.url(server));
    source.setConnectionProperties(server.properties(driver.always()));
    return source;
  }

  @Bean
  @Primary
  @DependsOn("databaseLock")
  HikariDataSource pool(Database database, Driver driver) {
    return ServerPool.of(database, driver);
  }

  @Bean
  @DependsOn("databaseLock")
  Lifeline lifeline(Database database, Driver driver, SQLExceptionTranslator errors) {
    var connection = ServerPool.of(database, driver);
    connection.setPoolName("lifeline");
    connection.setMaximumPoolSize(1);
    return new ServerLifeline(connection, errors);
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor againAfterDeadlock() {
    var advisor =
        new DefaultPointcutAdvisor(
            AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class),
            new AgainAfterDeadlock());
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  @Bean
  SQLExceptionTranslator storageErrors(Driver driver) {
    return driver.errors();
  }

  @Bean
  PlatformTransactionManager transactions(DataSource pool, SQLExceptionTranslator errors) {
    var transactions = new JdbcTransactionManager(pool);
    transactions.setExceptionTranslator(errors);
    return transactions;
  }
}
