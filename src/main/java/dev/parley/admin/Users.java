package dev.parley.admin;

import dev.parley.auth.Access;
import dev.parley.auth.RightsChanged;
import dev.parley.auth.Role;
import dev.parley.web.Cursor;
import dev.parley.web.NotFound;
import dev.parley.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All accounts but those that are being deleted.
@Component
class Users {

  /// Comes after whatever an address can go on with.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private static final String COLUMNS =
      """
      u.id, u.email, u.name, u.role, u.status, u.created_at,
      (SELECT MAX(s.last_used_at) FROM sessions s WHERE s.user_id = u.id) AS last_used_at,
      (SELECT COUNT(*) FROM conversations c WHERE c.owner_id = u.id) AS conversations
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final ApplicationEventPublisher events;

  Users(JdbcClient jdbc, Access access, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.events = events;
  }

  /// Those whose address begins so, by their addresses.
  ///
  /// @param prefix normalised; empty for all
  Page<User> list(String prefix, int limit, @Nullable String cursor) {
    var after = cursor == null ? "" : Cursor.text(Cursor.parts(cursor, 1).getFirst());
    var rows =
        jdbc.sql(
                """
                SELECT %s
                FROM users u
                WHERE u.email >= :prefix AND u.email < :end AND u.email > :after
                  AND u.status <> 'deleted'
                ORDER BY u.email
                LIMIT :limit
                """
                    .formatted(COLUMNS))
            .param("prefix", prefix)
            .param("end", prefix + LAST)
            .param("after", after)
            .param("limit", limit + 1)
            .query((row, _) -> user(row))
            .list();
    return Page.of(rows, limit, last -> Cursor.of(Cursor.part(last.email())));
  }

  /// Changes what is given. Whatever the change takes away ends with it.
  ///
  /// @param admin who changes it
  /// @throws NotFound where there is no such account
  /// @throws dev.parley.auth.LastAdmin where nobody could administrate any more
  @Transactional
  public User change(String admin, String id, @Nullable Status status, @Nullable Role role) {
    access.holdWithAdmins(id);
    var before = find(id).orElseThrow(NotFound::new);
    var newStatus = status == null ? before.status() : status;
    var newRole = role == null ? before.role() : role;
    if (newRole != Role.ADMIN || newStatus != Status.ACTIVE) {
      access.requireAnotherAdmin(id);
    }
    jdbc.sql("UPDATE users SET status = :status, role = :role WHERE id = :id")
        .param("id", id)
        .param("status", newStatus.word())
        .param("role", newRole.word())
        .update();
    if (newStatus != before.status()) {
      apply(id, newStatus);
    } else if (newRole != before.role()) {
      // The role stands in the access tokens.
      access.endAll(id, null);
    }
    if (newStatus != before.status() || newRole != before.role()) {
      var rights = newRole.word() + " " + newStatus.word();
      events.publishEvent(new RightsChanged(admin, id, rights));
    }
    return find(id).orElseThrow(NotFound::new);
  }

  private void apply(String id, Status status) {
    switch (status) {
      case ACTIVE -> access.restore(id);
      case SUSPENDED -> access.suspend(id);
    }
  }

  private Optional<User> find(String id) {
    return jdbc.sql(
            "SELECT %s FROM users u WHERE u.id = :id AND u.status <> 'deleted'".formatted(COLUMNS))
        .param("id", id)
        .query((row, _) -> user(row))
        .optional();
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getString("id"),
        row.getString("email"),
        row.getString("name"),
        Role.of(row.getString("role")),
        Status.of(row.getString("status")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getObject("last_used_at") instanceof Number at
            ? Instant.ofEpochMilli(at.longValue())
            : null,
        row.getLong("conversations"));
  }
}
