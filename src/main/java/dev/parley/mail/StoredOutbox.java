package dev.parley.mail;

import dev.parley.platform.Dialect;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The outbox in the database. A row is there until its mail is sent or given up.
@Component
class StoredOutbox implements Outbox {

  /// Longer than any attempt lasts: if the server dies in the middle of one, the next comes then.
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Ids ids;
  private final Clock clock;

  StoredOutbox(JdbcClient jdbc, Ids ids, Clock clock, Dialect dialect) {
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /// The new id tells a mail that is on its way from the one that is to come after it.
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(String kind, String recipient) {
    jdbc.sql(
            """
            INSERT INTO outbox (id, kind, recipient, created_at, due_at, attempts)
            VALUES (:id, :kind, :recipient, :now, :now, 0)
            %s id = :id, created_at = :now, due_at = :now, attempts = 0
            """
                .formatted(dialect.orUpdate("recipient, kind")))
        .param("id", ids.next("mail"))
        .param("kind", kind)
        .param("recipient", recipient)
        .param("now", clock.millis())
        .update();
  }

  int count() {
    return jdbc.sql("SELECT COUNT(*) FROM outbox").query(Integer.class).single();
  }

  List<Letter> due(int most) {
    return jdbc.sql(
            """
            SELECT id, kind, recipient, created_at, attempts
            FROM outbox
            WHERE due_at <= :now
            ORDER BY due_at
            LIMIT :most
            """)
        .param("now", clock.millis())
        .param("most", most)
        .query(Letter.class)
        .list();
  }

  /// Takes a letter for this server to send.
  ///
  /// @param now when the attempt begins
  /// @return whether it was there and nobody else took it
  @Transactional
  public boolean claim(Letter letter, Instant now) {
    return jdbc.sql(
                """
                UPDATE outbox SET attempts = attempts + 1, due_at = :until
                WHERE id = :id AND attempts = :attempts
                """)
            .param("id", letter.id())
            .param("attempts", letter.attempts())
            .param("until", now.plus(LEASE).toEpochMilli())
            .update()
        == 1;
  }

  @Transactional
  public void postpone(Letter letter, Instant until) {
    jdbc.sql("UPDATE outbox SET due_at = :due WHERE id = :id")
        .param("id", letter.id())
        .param("due", until.toEpochMilli())
        .update();
  }

  @Override
  @Transactional
  public void forget(String recipient) {
    jdbc.sql("DELETE FROM outbox WHERE recipient = :recipient")
        .param("recipient", recipient)
        .update();
  }

  /// Takes a letter out.
  ///
  /// @param alongside done in the same transaction
  @Transactional
  public void remove(Letter letter, Runnable alongside) {
    jdbc.sql("DELETE FROM outbox WHERE id = :id").param("id", letter.id()).update();
    alongside.run();
  }
}
