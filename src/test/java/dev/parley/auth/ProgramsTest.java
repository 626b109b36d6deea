package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.DataFolder;
import dev.parley.platform.Dialect;
import dev.parley.testing.Keeps;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Programs, where every query fails.
class ProgramsTest {

  private static final class Broken extends AbstractDataSource {

    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("asked");
    }

    @Override
    public Connection getConnection(String name, String password) throws SQLException {
      return getConnection();
    }
  }

  private final Mint mint;
  private final Programs programs;

  ProgramsTest(@TempDir Path folder) {
    var settings = new TokenSettings(null, Duration.ofMinutes(15), Duration.ofDays(30));
    mint = new Mint(new SigningKey(settings, new DataFolder(folder)));
    var database = new Broken();
    programs =
        new Programs(
            mint,
            new KnownTokens(JdbcClient.create(database)),
            revocations(settings),
            new TokenUses(
                new JdbcTemplate(database),
                new Activity(JdbcClient.create(database), Clock.systemUTC())),
            Clock.systemUTC());
  }

  /// Such as have never been read.
  static Revocations revocations(TokenSettings settings) {
    return new Revocations(
        new RevocationLog(
            JdbcClient.create(new Broken()), Clock.systemUTC(), settings, new NothingWritten()),
        _ -> {},
        Clock.systemUTC());
  }

  @Test
  void areRefusedInMemoryWithATokenThatWasNeverMade() {
    var forged =
        mint.make("tok_" + "0".repeat(26), "seed").text().substring(0, 73) + "A".repeat(22);
    assertThat(programs.read(forged)).isEmpty();
  }

  @Keeps("database.rights")
  @Test
  void areNotLetInWhileTheDatabaseIsDown() {
    var genuine = mint.make("tok_" + "0".repeat(26), "seed").text();
    assertThatThrownBy(() -> programs.read(genuine)).isInstanceOf(DataAccessException.class);
  }

  private static final class NothingWritten implements Dialect {

    @Override
    public String hold() {
      throw new AssertionError();
    }

    @Override
    public String holdFree() {
      throw new AssertionError();
    }

    @Override
    public String unlessThere() {
      throw new AssertionError();
    }

    @Override
    public String orUpdate(String key) {
      throw new AssertionError();
    }
  }
}
