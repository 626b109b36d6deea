package dev.parley.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/// SQLite as it is run here: write-ahead log, every commit flushed, foreign keys held, one writer,
/// and readers that cannot write.
@Configuration(proxyBeanMethods = false)
@OnDatabase(DatabaseKind.SQLITE)
class Sqlite {

  private static final int READERS = 8;

  /// How long to wait for a turn to write, a connection to read with, or another process.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Pages kept in memory by one connection, in KiB.
  private static final int WRITER_CACHE = 16_384;

  private static final int READER_CACHE = 4_096;

  /// After how many pages the write-ahead log is brought into the file, 32 MiB. Pages that are
  /// written again and again, as those of indexes are, go there once.
  private static final int LOG_PAGES = 8_192;

  @Bean
  @Profile("!" + Presence.BESIDE)
  SqliteLock databaseLock(Database database, DataFolder data) {
    return new SqliteLock(database.file(data));
  }

  @Bean("databaseLock")
  @Profile(Presence.BESIDE)
  MadeDatabase madeDatabase(Database database, DataFolder data) {
    if (!database.exists(data)) {
      throw new UnsafeStart("There is no database here yet.", "Start the server once.");
    }
    return new MadeDatabase(source(database.file(data), config(READER_CACHE)), database.kind());
  }

  @Bean
  @Primary
  @DependsOn("databaseLock")
  HikariDataSource readers(Database database, DataFolder data) {
    var pool = new HikariDataSource();
    pool.setPoolName("readers");
    pool.setDataSource(new KeptStatements(source(database.file(data), config(READER_CACHE))));
    pool.setConnectionInitSql("PRAGMA query_only = ON");
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    return pool;
  }

  @Bean
  @FlywayDataSource
  @DependsOn("databaseLock")
  DataSource writable(Database database, DataFolder data) {
    return source(database.file(data), config(WRITER_CACHE));
  }

  @Bean
  SqliteWriter writer(@FlywayDataSource DataSource writable) {
    return new SqliteWriter(new KeptStatements(writable), PATIENCE);
  }

  @Bean
  SQLExceptionTranslator storageErrors() {
    return new SqliteErrors();
  }

  @Bean
  PlatformTransactionManager transactions(
      DataSource readers, SqliteWriter writer, SQLExceptionTranslator errors) {
    return new SqliteTransactions(readers, writer, errors);
  }

  private static SQLiteConfig config(int cache) {
    var config = new SQLiteConfig();
    // One thread at a time has a connection, so SQLite need not lock it at each call.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setCacheSize(-cache);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.setWalAutocheckpoint(LOG_PAGES);
    // The driver would ask for the key of every row that is stored. Who wants it says RETURNING.
    config.setGetGeneratedKeys(false);
    return config;
  }

  static DataSource source(Path file) {
    return source(file, config(WRITER_CACHE));
  }

  private static DataSource source(Path file, SQLiteConfig config) {
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        HoldsText.addTo(connection);
        HoldsBits.addTo(connection);
        return connection;
      }
    };
  }
}
