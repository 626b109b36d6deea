package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody who can write the database, and has not the key.
@Contract
@Keeps("audit.found")
class TamperingHttpTest {

  private static final TestServer SERVER = TestServer.start("--parley.audit.seal-every=1h");
  private static final int SEGMENTS = 6;

  @BeforeAll
  static void record() {
    var member = SERVER.member();
    var conversation = member.conversation();
    for (var segment = 0; segment < SEGMENTS; segment++) {
      member.ask(conversation, "say-1-0", "Question " + segment).expect(200);
      member.get("/account/export").expect(200);
      SERVER.bean(Keeper.class).sealAll();
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @Test
  void isNotSeenWhereThereWasNone() {
    assertThat(verify().findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isFoundWhateverRowIsTouched(int seed) {
    var random = new Random(seed);
    var findings = tampered(jdbc -> tamper(jdbc, random));

    assertThat(findings.get()).as("seed " + seed).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind",
        "actor",
        "subject",
        "outcome",
        "request_id",
        "hashes",
        "code",
      })
  void isFoundInEveryColumn(String column) {
    var findings =
        tampered(
            jdbc ->
                update(
                    jdbc, "UPDATE audit_events SET %s = 'x' WHERE number = 3".formatted(column)));

    assertThat(findings.get())
        .extracting(Finding::fault)
        .containsExactly(Finding.Fault.EVENT_CHANGED);
  }

  @Test
  void isFoundWhereTheEndIsCutOffSegmentsAndAll() {
    var findings =
        tampered(
            jdbc -> {
              update(
                  jdbc,
                  """
                  DELETE FROM audit_events
                  WHERE number >= (SELECT MAX(first_event) FROM audit_segments)
                  """);
              update(
                  jdbc,
                  """
                  DELETE FROM audit_segments
                  WHERE number = (SELECT m FROM (SELECT MAX(number) AS m FROM audit_segments) x)
                  """);
            });

    assertThat(findings.get()).extracting(Finding::fault).contains(Finding.Fault.CUT_OFF);
  }

  /// Whoever has a head from before could put it back: then it is the file beside the database that
  /// knows better.
  @Test
  void isFoundWhereTheWholeDatabaseIsAnOlderOne() {
    var known = SERVER.bean(Anchor.class).find().orElseThrow();
    var later = new Anchor.Known(known.number() + 1, "a-seal-that-was");
    Consumer<Long> nobody = _ -> {};

    assertThat(SERVER.bean(Verification.class).verify(later, nobody).findings())
        .extracting(Finding::fault)
        .containsExactly(Finding.Fault.CUT_OFF);
  }

  private static void tamper(JdbcClient jdbc, Random random) {
    var event = row(jdbc, "SELECT number FROM audit_events", random);
    var segment = row(jdbc, "SELECT number FROM audit_segments", random);
    switch (random.nextInt(12)) {
      case 0 -> update(jdbc, "DELETE FROM audit_events WHERE number = ?", event);
      case 1 -> update(jdbc, "UPDATE audit_events SET at = at + 1 WHERE number = ?", event);
      case 2 ->
          update(jdbc, "UPDATE audit_events SET actor = NULL, kind = 'x' WHERE number = ?", event);
      case 3 ->
          update(jdbc, "UPDATE audit_events SET number = number + 1000 WHERE number = ?", event);
      case 4 -> update(jdbc, "UPDATE audit_events SET writer = writer + 1 WHERE number = ?", event);
      case 5 ->
          swap(
              jdbc,
              event,
              row(jdbc, "SELECT number FROM audit_events WHERE number <> " + event, random));
      case 6 -> copy(jdbc, event);
      case 7 -> update(jdbc, "DELETE FROM audit_segments WHERE number = ?", segment);
      case 8 ->
          update(
              jdbc,
              "UPDATE audit_segments SET last_event = last_event - 1, voids = '' WHERE number = ?",
              segment);
      case 9 ->
          update(jdbc, "UPDATE audit_segments SET voids = first_event WHERE number = ?", segment);
      case 10 -> update(jdbc, "UPDATE audit_head SET number = number - 1");
      default -> {
        var span =
            jdbc.sql("SELECT first_event, last_event FROM audit_segments WHERE number = ?")
                .param(segment)
                .query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
        update(
            jdbc,
            "DELETE FROM audit_events WHERE number BETWEEN ? AND ?",
            span.get(0),
            span.get(1));
        update(jdbc, "DELETE FROM audit_segments WHERE number = ?", segment);
      }
    }
  }

  private static void swap(JdbcClient jdbc, long one, long other) {
    update(jdbc, "UPDATE audit_events SET number = -1 WHERE number = ?", one);
    update(jdbc, "UPDATE audit_events SET number = ? WHERE number = ?", one, other);
    update(jdbc, "UPDATE audit_events SET number = ? WHERE number = -1", other);
  }

  private static void copy(JdbcClient jdbc, long event) {
    update(
        jdbc,
        """
        INSERT INTO audit_events
        SELECT writer, number + 5000, at, kind, actor, subject, outcome, request_id, hashes, code
        FROM audit_events WHERE number = ?
        """,
        event);
  }

  private static long row(JdbcClient jdbc, String sql, Random random) {
    var rows = jdbc.sql(sql).query(Long.class).list();
    return rows.get(random.nextInt(rows.size()));
  }

  private static void update(JdbcClient jdbc, String sql, Object... values) {
    assertThat(jdbc.sql(sql).params(List.of(values)).update()).isPositive();
  }

  /// Does it, and takes it back once it was looked at.
  private static AtomicReference<List<Finding>> tampered(Consumer<JdbcClient> how) {
    var findings = new AtomicReference<List<Finding>>(List.of());
    new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            transaction -> {
              how.accept(JdbcClient.create(SERVER.bean(JdbcTemplate.class)));
              findings.set(verify().findings());
              transaction.setRollbackOnly();
            });
    return findings;
  }

  private static Report verify() {
    return SERVER.bean(Verification.class).verify(null, _ -> {});
  }
}
