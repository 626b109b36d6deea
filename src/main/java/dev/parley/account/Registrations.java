package dev.parley.account;

import dev.parley.platform.Dialect;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The registrations that wait for their mail, and their SQL.
@Component
class Registrations {

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Clock clock;

  Registrations(JdbcClient jdbc, Clock clock, Dialect dialect) {
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Registration> find(String email) {
    return jdbc.sql(
            """
            SELECT email, password_hash, contested, told_at
            FROM registrations
            WHERE email = :email
            """)
        .param("email", email)
        .query(Registration.class)
        .optional();
  }

  /// Keeps a registration. With another password than the one before, the address is contested.
  ///
  /// @param sameAs the hash before, if the password is the same
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(String email, String passwordHash, String sameAs) {
    jdbc.sql(
            """
            INSERT INTO registrations (email, password_hash, contested, created_at)
            VALUES (:email, :hash, 0, :now)
            %s
              contested = CASE
                WHEN registrations.password_hash = :same THEN registrations.contested
                ELSE 1 END,
              password_hash = :hash,
              created_at = :now
            """
                .formatted(dialect.orUpdate("email")))
        .param("email", email)
        .param("hash", passwordHash)
        .param("same", sameAs)
        .param("now", clock.millis())
        .update();
  }

  /// Forgets who has yet to prove an address.
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(String email) {
    jdbc.sql("DELETE FROM registrations WHERE email = :email").param("email", email).update();
  }

  /// Notes that the owner of the account with this address has been told.
  @Transactional(propagation = Propagation.MANDATORY)
  public void told(String email) {
    jdbc.sql("UPDATE registrations SET told_at = :now WHERE email = :email")
        .param("email", email)
        .param("now", clock.millis())
        .update();
  }

  /// Takes a registration out.
  ///
  /// @return whether it was still as it was read
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean remove(Registration registration) {
    return jdbc.sql("DELETE FROM registrations WHERE email = :email AND password_hash = :hash")
            .param("email", registration.email())
            .param("hash", registration.passwordHash())
            .update()
        == 1;
  }
}
