package dev.parley.account;

import dev.parley.auth.Access;
import dev.parley.auth.RightsChanged;
import dev.parley.auth.Role;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The accounts that may do everything.
@Component
class Administrators {

  /// What came of making an account one of them.
  enum Appointment {
    DONE,
    IS_ONE_ALREADY,
    NO_SUCH_ACCOUNT
  }

  private record Found(String id, String role) {}

  private final JdbcClient jdbc;
  private final Access access;
  private final ApplicationEventPublisher events;

  Administrators(JdbcClient jdbc, Access access, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.events = events;
  }

  /// Makes an account an administrator's. Its sessions end: who signs in anew is one.
  ///
  /// @param email normalised
  @Transactional
  public Appointment appoint(String email) {
    var found = find(email);
    if (found.isEmpty()) {
      return Appointment.NO_SUCH_ACCOUNT;
    }
    var account = found.get();
    if (Role.of(account.role) == Role.ADMIN) {
      return Appointment.IS_ONE_ALREADY;
    }
    jdbc.sql("UPDATE users SET role = :role WHERE id = :id")
        .param("id", account.id)
        .param("role", Role.ADMIN.word())
        .update();
    access.endAll(account.id, null);
    events.publishEvent(new RightsChanged(null, account.id, "admin"));
    return Appointment.DONE;
  }

  private Optional<Found> find(String email) {
    return jdbc.sql("SELECT id, role FROM users WHERE email = :email")
        .param("email", email)
        .query(Found.class)
        .optional();
  }
}
