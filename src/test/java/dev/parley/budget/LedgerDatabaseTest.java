package dev.parley.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Ids;
import dev.parley.platform.StorageBusy;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever happens to answers, in whatever order and however many at once: every balance is the
/// sum of the ledger, no budget is overdrawn, and nothing stays held.
@Tag("contract")
class LedgerDatabaseTest {

  private static final int ROOM = 5;
  private static final int CLIENTS = 3;

  /// What becomes of a question.
  ///
  /// @param who asks
  /// @param usage output tokens, of the most 1,000
  record Fate(int who, End end, int usage) {}

  enum End {
    SETTLED,
    SETTLED_TWICE,
    /// The model never worked on it.
    UNREAD,
    /// The transaction that stores the question fails.
    ROLLED_BACK,
    /// The process dies; the next finds the answer that was being written.
    INTERRUPTED,
    /// The process dies, and nothing is left of the answer.
    LOST
  }

  private static final TestServer SERVER = TestServer.start("--parley.model.answers[m]=1000");
  private static final TransactionTemplate TRANSACTION =
      new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class));
  private static final Spending SPENDING = SERVER.bean(Spending.class);
  private static final Till TILL = SERVER.bean(Till.class);
  private static final Ids IDS = SERVER.bean(Ids.class);

  @AfterContainer
  static void close() {
    SERVER.close();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void isTheSumOfAllThatHappened(@ForAll("fates") List<List<Fate>> fates)
      throws InterruptedException {
    var members = List.of(limited(), limited(), limited());
    Together.run(
        CLIENTS,
        client -> {
          fates.get(client).forEach(fate -> suffer(members.get(fate.who), fate));
          return client;
        });
    SERVER.clock().advance(Duration.ofHours(2));
    SERVER.bean(Expiry.class).run();

    Means.checkBooks(SERVER);
    assertThat(unsettled()).isZero();
    for (var member : members) {
      var balance = SERVER.bean(Balances.class).find(member).inMonth();
      assertThat(balance.questions()).isBetween(0L, (long) ROOM);
      assertThat(balance).isEqualTo(used(member));
    }
  }

  private static void suffer(String member, Fate fate) {
    var held = hold(member, fate.end == End.ROLLED_BACK);
    if (held.isEmpty()) {
      return;
    }
    var hold = held.get();
    var spent = new Spent(true, 7, fate.usage, false, 1, 1);
    switch (fate.end) {
      case SETTLED -> TILL.settle(hold, spent);
      case SETTLED_TWICE -> {
        TILL.settle(hold, spent);
        TILL.settle(hold, new Spent(true, 9, 9, false, 1, 1));
      }
      case UNREAD -> TILL.settle(hold, new Spent(false, 0, 0, true, 0, 0));
      case INTERRUPTED -> TILL.settleBrokenOff(hold.answerId(), fate.usage);
      case LOST -> SERVER.bean(HoldMetrics.class).forget(hold.answerId());
      case ROLLED_BACK -> throw new AssertionError("is not held");
    }
  }

  private static Optional<Hold> hold(String member, boolean rolledBack) {
    var payer = new Payer.Account(member);
    try {
      if (!rolledBack) {
        return Optional.of(TILL.hold(payer, IDS.next("msg"), "m", 7, false));
      }
      TRANSACTION.executeWithoutResult(
          status -> {
            SPENDING.hold(payer, IDS.next("msg"), "m", 7, false);
            status.setRollbackOnly();
          });
      return Optional.empty();
    } catch (QuotaExceeded | StorageBusy _) {
      // The second where the transaction that is to be undone was undone by the database.
      return Optional.empty();
    }
  }

  private static String limited() {
    var id = IDS.next("user");
    SERVER.write(
        """
        INSERT INTO users (id, email, password_hash, role, status, created_at, last_active_at)
        VALUES (?, ?, '', 'user', 'active', 0, 0)
        """,
        id,
        id);
    SERVER.write(
        "INSERT INTO account_budgets (user_id, allowance) VALUES (?, ?)",
        id,
        "{\"month\":{\"questions\":%d}}".formatted(ROOM));
    return id;
  }

  private static int unsettled() {
    return SERVER
        .bean(JdbcClient.class)
        .sql(
            """
            SELECT COUNT(*) FROM ledger h
            WHERE h.kind = 'held' AND NOT EXISTS (
              SELECT 1 FROM ledger s WHERE s.answer_id = h.answer_id AND s.kind = 'settled')
            """)
        .query(Integer.class)
        .single();
  }

  private static Amounts used(String member) {
    return SERVER
        .bean(JdbcClient.class)
        .sql(
            """
            SELECT COALESCE(SUM(questions), 0) AS questions,
              COALESCE(SUM(input_tokens + output_tokens), 0) AS tokens,
              COALESCE(SUM(cost), 0) AS cost
            FROM usage_days WHERE owner_id = :member
            """)
        .param("member", member)
        .query(Amounts.class)
        .single();
  }

  @Provide
  Arbitrary<List<List<Fate>>> fates() {
    var fate =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(End.class),
                Arbitraries.integers().between(0, 1000))
            .as(Fate::new);
    return fate.list().ofMinSize(1).ofMaxSize(15).list().ofSize(CLIENTS);
  }
}
