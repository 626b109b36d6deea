package dev.parley.account;

import dev.parley.auth.Role;
import dev.parley.factor.SecondFactors;
import dev.parley.platform.Dialect;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The accounts and their SQL.
@Component
class Accounts {

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Ids ids;
  private final Clock clock;
  private final SecondFactors factors;
  private final ApplicationEventPublisher events;

  Accounts(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      SecondFactors factors,
      ApplicationEventPublisher events,
      Dialect dialect) {
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.factors = factors;
    this.events = events;
  }

  /// Opens an account.
  ///
  /// @param email normalised
  /// @throws EmailTaken where there is one with this address
  @Transactional
  public Account create(String email, String passwordHash) {
    var account =
        new Account(
            ids.next("user"),
            email,
            null,
            Role.USER,
            Instant.ofEpochMilli(clock.millis()),
            false,
            null);
    var insert =
        jdbc.sql(
                """
                INSERT INTO users (
                  id, email, password_hash, role, status, created_at, last_active_at)
                VALUES (:id, :email, :hash, :role, 'active', :now, :now)
                """
                    + dialect.unlessThere())
            .param("id", account.id())
            .param("email", email)
            .param("hash", passwordHash)
            .param("role", account.role().word())
            .param("now", account.createdAt().toEpochMilli());
    if (!Dialect.isNew(insert::update)) {
      throw new EmailTaken();
    }
    events.publishEvent(new AccountHappening.Opened(account.id()));
    return account;
  }

  @Transactional
  public void rename(String id, @Nullable String name) {
    jdbc.sql("UPDATE users SET name = :name WHERE id = :id AND status = 'active'")
        .param("id", id)
        .param("name", name)
        .update();
  }

  /// Says how long to keep the account's conversations.
  ///
  /// @param days without anything happening in them; none: for ever
  @Transactional
  public void keepConversations(String id, @Nullable Integer days) {
    jdbc.sql("UPDATE users SET conversation_days = :days WHERE id = :id AND status = 'active'")
        .param("id", id)
        .param("days", days)
        .update();
  }

  boolean has(String email) {
    return jdbc.sql("SELECT COUNT(*) FROM users WHERE email = :email")
            .param("email", email)
            .query(Integer.class)
            .single()
        > 0;
  }

  /// The account with this address, if there is one that may be used.
  Optional<String> active(String email) {
    return jdbc.sql("SELECT id FROM users WHERE email = :email AND status = 'active'")
        .param("email", email)
        .query(String.class)
        .optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void setPassword(String id, String passwordHash) {
    jdbc.sql("UPDATE users SET password_hash = :hash WHERE id = :id")
        .param("id", id)
        .param("hash", passwordHash)
        .update();
    events.publishEvent(new AccountHappening.PasswordReset(id));
  }

  Optional<Account> find(String id) {
    var secondFactor = factors.isOn(id);
    return jdbc.sql(
            """
            SELECT id, email, name, role, created_at, conversation_days
            FROM users
            WHERE id = :id AND status <> 'deleted'
            """)
        .param("id", id)
        .query(
            (row, _) ->
                new Account(
                    row.getString("id"),
                    row.getString("email"),
                    row.getString("name"),
                    Role.of(row.getString("role")),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    secondFactor,
                    row.getObject("conversation_days") instanceof Number days
                        ? days.intValue()
                        : null))
        .optional();
  }
}
