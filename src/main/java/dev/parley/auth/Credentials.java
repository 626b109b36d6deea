package dev.parley.auth;

import dev.parley.web.NotFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an account is signed in with.
@Component
class Credentials {

  record Row(String id, String passwordHash, String role) {}

  private final JdbcClient jdbc;

  Credentials(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Row> find(String email) {
    return jdbc.sql(
            """
            SELECT id, password_hash, role
            FROM users
            WHERE email = :email AND status = 'active'
            """)
        .param("email", email)
        .query(Row.class)
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
  /// @throws NotFound where it is gone
  String email(String accountId) {
    return jdbc.sql("SELECT email FROM users WHERE id = :id")
        .param("id", accountId)
        .query(String.class)
        .optional()
        .orElseThrow(NotFound::new);
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
