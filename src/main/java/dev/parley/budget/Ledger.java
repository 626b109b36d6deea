package dev.parley.budget;

import dev.parley.platform.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The ledger and its SQL. Rows are added and never changed; they go with their account, or when
/// they are old.
@Component
class Ledger {

  private static final String HELD =
      """
      SELECT h.*
      FROM ledger h
      WHERE h.kind = 'held'
        AND NOT EXISTS (
          SELECT 1 FROM ledger s WHERE s.answer_id = h.answer_id AND s.kind = 'settled')
      """;

  /// A row of what is held.
  record Held(long n, Hold hold) {}

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Dialect dialect, Clock clock) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.clock = clock;
  }

  /// Adds a row, unless there is one of this kind for the answer.
  ///
  /// @return whether there was none
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean add(Entry entry) {
    var hold = entry.hold();
    var insert =
        jdbc.sql(
                """
                INSERT INTO ledger (
                  answer_id, kind, subject, pools, day, model, own_key, questions, tokens, cost,
                  input_tokens, output_tokens, created_at)
                VALUES (:row)
                """
                    + dialect.unlessThere())
            .param(
                "row",
                List.of(
                    hold.answerId(),
                    entry.kind().word(),
                    hold.payer().subject(),
                    Pool.joined(hold.pools()),
                    hold.day(),
                    hold.model(),
                    hold.ownKey() ? 1L : 0L,
                    entry.amounts().questions(),
                    entry.amounts().tokens(),
                    entry.amounts().cost(),
                    entry.inputTokens(),
                    entry.outputTokens(),
                    clock.millis()));
    return Dialect.isNew(insert::update);
  }

  /// What is held for an answer.
  Optional<Hold> findHeld(String answerId) {
    return jdbc.sql(HELD + "AND h.answer_id = :answer")
        .param("answer", answerId)
        .query(Ledger::hold)
        .optional();
  }

  /// Some of what has been held since before a time, the oldest first.
  ///
  /// @param after the last row of those before
  List<Held> heldSinceBefore(long millis, long after, int few) {
    return jdbc.sql(
            HELD
                + """
                  AND h.n > :after AND h.n <= :last
                ORDER BY h.n
                LIMIT :few
                """)
        .param("last", lastBefore(millis))
        .param("after", Math.max(after, marked()))
        .param("few", few)
        .query((row, number) -> new Held(row.getLong("n"), hold(row, number)))
        .list();
  }

  /// Remembers that nothing is held any more since before a time.
  @Transactional
  public void mark(long millis) {
    jdbc.sql(
            """
            INSERT INTO ledger_mark (id, n) VALUES (1, :last)
            %s n = :last
            """
                .formatted(dialect.orUpdate("id")))
        .param("last", lastBefore(millis))
        .update();
  }

  private long marked() {
    return jdbc.sql("SELECT n FROM ledger_mark WHERE id = 1")
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /// The last row from before a time. Of those that are not known to be settled it looks at one
  /// after another, up to the first that is younger.
  private long lastBefore(long millis) {
    return jdbc.sql(
            """
            SELECT COALESCE(
              (SELECT n - 1 FROM ledger
                WHERE n > :mark AND created_at >= :before
                ORDER BY n
                LIMIT 1),
              (SELECT MAX(n) FROM ledger),
              :mark)
            """)
        .param("mark", marked())
        .param("before", millis)
        .query(Long.class)
        .single();
  }

  private static Hold hold(ResultSet row, int number) throws SQLException {
    return new Hold(
        payer(row.getString("subject")),
        row.getString("answer_id"),
        row.getLong("day"),
        row.getString("model"),
        row.getInt("own_key") == 1,
        row.getInt("input_tokens"),
        new Amounts(row.getLong("questions"), row.getLong("tokens"), row.getLong("cost")),
        Pool.split(row.getString("pools")));
  }

  private static Payer payer(String subject) {
    return Payer.Stranger.RELAY.equals(subject) ? new Payer.Stranger() : Payer.of(subject);
  }
}
