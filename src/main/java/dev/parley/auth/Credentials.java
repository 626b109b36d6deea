package dev.parley.auth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an account is signed in with.
@Component
class Credentials {

  record Row(String id, String passwordHash, String role) {}

  private final JdbcClient jdbc;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  Credentials(JdbcClient jdbc, Sessions sessions, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.sessions = sessions;
    this.events = events;
  }

  /// The account with an address. It costs next to nothing more where there is one, as how long a
  /// log-in takes tells strangers nothing: so its columns are read without looking for their names.
  Optional<Row> find(String email) {
    return jdbc.sql(
            """
            SELECT id, password_hash, role
            FROM users
            WHERE email = :email AND status = 'active'
            """)
        .param("email", email)
        .query((row, _) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /// The hash of the password that somebody registered with and has yet to verify.
  @Nullable String registered(String email) {
    return jdbc.sql("SELECT password_hash FROM registrations WHERE email = :email")
        .param("email", email)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /// The hash of an account's password.
  Optional<String> hash(String accountId) {
    return jdbc.sql("SELECT password_hash FROM users WHERE id = :id AND status = 'active'")
        .param("id", accountId)
        .query(String.class)
        .optional();
  }

  /// The address of an account.
  ///
  /// @throws Unauthenticated where it is gone
  String email(String accountId) {
    return jdbc.sql("SELECT email FROM users WHERE id = :id AND status = 'active'")
        .param("id", accountId)
        .query(String.class)
        .optional()
        .orElseThrow(Unauthenticated::new);
  }

  /// Whether the account is the only one that may administrate.
  boolean isLastAdmin(String accountId) {
    return jdbc.sql(
            """
            SELECT MIN(id) FROM users
            WHERE role = 'admin' AND status = 'active'
            HAVING COUNT(*) = 1
            """)
        .query(String.class)
        .optional()
        .filter(accountId::equals)
        .isPresent();
  }

  /// Gives an account another password, and ends all its sessions but the one that asks.
  ///
  /// @throws Unauthenticated where that has ended meanwhile
  @Transactional
  public void change(Caller.Member member, String hash) {
    var rows =
        jdbc.sql(
                """
                UPDATE users SET password_hash = :hash
                WHERE id = :id AND status = 'active'
                  AND EXISTS (SELECT 1 FROM sessions WHERE id = :session AND ended_at IS NULL)
                """)
            .param("hash", hash)
            .param("id", member.accountId())
            .param("session", member.sessionId())
            .update();
    if (rows == 0) {
      throw new Unauthenticated();
    }
    sessions.endAll(member.accountId(), member.sessionId());
    events.publishEvent(new PasswordChanged(member.accountId()));
  }

  @Transactional
  public void rehash(String accountId, String oldHash, String newHash) {
    jdbc.sql(
            """
            UPDATE users SET password_hash = :new
            WHERE id = :id AND password_hash = :old
            """)
        .param("id", accountId)
        .param("old", oldHash)
        .param("new", newHash)
        .update();
  }
}
