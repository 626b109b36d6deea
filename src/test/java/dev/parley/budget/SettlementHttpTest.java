package dev.parley.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Response;
import dev.parley.testing.Statements;
import dev.parley.testing.TestServer;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What answers cost that end in all the ways in which they can.
@Contract
class SettlementHttpTest {

  private static final TestServer SERVER = TestServer.start();

  private final Client member = SERVER.member();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @AfterEach
  void check() {
    Means.checkBooks(SERVER);
    assertThat(Means.held(member, "questions")).isZero();
    assertThat(Means.held(member, "tokens")).isZero();
    Means.giveAllAsAtFirst(SERVER);
  }

  @Test
  void costsWhatTheModelReports() {
    ask("say-5-0").expect(200);
    var usage = Means.usage(member);

    assertThat(usage.at("/day/tokens/used").longValue()).isEqualTo(15);
    assertThat(usage.at("/models/0/model").stringValue()).isEqualTo("say-5-0");
    assertThat(usage.at("/models/0/input_tokens").longValue()).isEqualTo(10);
    assertThat(usage.at("/models/0/output_tokens").longValue()).isEqualTo(5);
    assertThat(usage.at("/month/questions/used").longValue()).isEqualTo(1);
    assertThat(usage.path("currency").stringValue()).isEqualTo("USD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status-500", "status-429-7", "refuse-after-accept", "unheard-of"})
  void costsNothingWhereTheModelSaysNo(String model) {
    assertThat(ask(model).status()).isNotEqualTo(200);
    assertThat(Means.used(member, "questions")).isZero();
    assertThat(Means.used(member, "tokens")).isZero();
    assertThat(errors(model)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eof-3", "rst-3", "nodone-3"})
  void costsAnEstimateWhereTheAnswerBreaksOff(String model) {
    assertThat(ask(model).status()).isEqualTo(502);
    assertThat(Means.used(member, "questions")).isEqualTo(1);
    assertThat(Means.used(member, "tokens")).isBetween(8L, 100L);
    assertThat(errors(model)).isEqualTo(1);
  }

  @Test
  void costsAnEstimateOfWhatWasWrittenWhereItIsStopped() throws InterruptedException {
    var model = GatedModel.of(SERVER, 20);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(10);
      answer.nextText(model.text(10).length());
      member.post("/messages/%s/stop".formatted(answer.id()), "").expect(200);
    }
    assertThat(Means.used(member, "questions")).isEqualTo(1);
    assertThat(Means.used(member, "tokens")).isBetween(20L, 100L);
  }

  @Test
  void isSettledWhereTheConversationIsDeletedMeanwhile() throws InterruptedException {
    var model = GatedModel.of(SERVER, 2);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(1);
      answer.nextText(model.text(1).length());
      member.delete("/conversations/" + answer.conversation()).expect(204);
      await().until(() -> Means.held(member, "questions") == 0);
    }
    assertThat(Means.used(member, "questions")).isEqualTo(1);
  }

  @Test
  void costsNoMoneyWithAKeyOfOnesOwn() {
    var key = "{\"api_key\":\"sk-own-%s\"}".formatted(UUID.randomUUID());
    member.send("PUT", "/account/api-key", key, Map.of()).expect(200);
    Means.give(SERVER, member, "{'day':{'cost':0}}");
    ask("say-5-0").expect(200);
    assertThat(Means.used(member, "tokens")).isEqualTo(15);
    assertThat(Means.usage(member).at("/day/cost/used").decimalValue()).isZero();
  }

  @Test
  void knowsHowLongTheFirstTokenTook() {
    ask("say-2-0").expect(200);
    ask("status-500-0");

    assertThat(used("say-2-0").firstTokenMs()).isPositive();
    assertThat(used("status-500-0").firstTokenMs()).isNull();
  }

  @Test
  void countsWhatIsRelayedWithoutSayingForWhom() {
    var before = relayed();
    SERVER.client().post("/api/chat", relay()).expect(200);
    await().until(() -> relayed() == before + 1);
    var stored =
        SERVER
            .bean(JdbcClient.class)
            .sql("SELECT subject FROM ledger WHERE answer_id LIKE 'relay%'");
    assertThat(stored.query(String.class).list()).containsOnly("relay");
  }

  @Test
  void refusesWhatIsRelayedWhereAllTogetherHaveUsedTheirBudgetUp() {
    Means.giveAll(SERVER, "{'everybody':{'day':{'questions':0}}}");
    var refused = SERVER.client().post("/api/chat", relay()).expectProblem(429, "quota_exceeded");
    assertThat(refused.text("detail")).startsWith("The server answers no more questions for now.");
  }

  @Test
  void touchesNoBalanceBeforeTheModelIsAskedWhereNothingIsLimited() {
    Means.giveAll(SERVER, "{}");
    var talk = member.conversation();
    member.ask(talk, "say-1-0", "One").expect(200);
    var statements = Statements.during(() -> member.ask(talk, "say-1-0", "Two").expect(200));

    assertThat(statements).filteredOn(sql -> sql.contains("ledger")).hasSize(1);
    assertThat(statements).filteredOn(sql -> sql.contains("balances")).hasSize(1);
    assertThat(statements).filteredOn(sql -> sql.contains("usage_days")).hasSize(1);
    assertThat(Means.used(member, "questions")).isEqualTo(2);
  }

  @Test
  void addsTwoStatementsBeforeTheModelIsAskedAndThreeAfter() {
    var talk = member.conversation();
    member.ask(talk, "say-1-0", "One").expect(200);
    var statements = Statements.during(() -> member.ask(talk, "say-1-0", "Two").expect(200));

    assertThat(statements).filteredOn(sql -> sql.contains("ledger")).hasSize(2);
    assertThat(statements).filteredOn(sql -> sql.contains("balances")).hasSize(2);
    assertThat(statements).filteredOn(sql -> sql.contains("usage_days")).hasSize(1);
  }

  private Response ask(String model) {
    return member.ask(member.conversation(), model, "Why?");
  }

  private static Map<String, Object> relay() {
    return Map.of(
        "developer_message", "Be brief.",
        "user_message", "Hello",
        "model", "say-2-0",
        "api_key", "sk-somebodys-own-key-9876543210");
  }

  private static long relayed() {
    return SERVER
        .bean(JdbcClient.class)
        .sql("SELECT COALESCE(SUM(questions), 0) FROM usage_days WHERE owner_id = 'relay'")
        .query(Long.class)
        .single();
  }

  private UsageRow used(String model) {
    return SERVER.bean(UsageRows.class).since(Means.id(member), LocalDate.EPOCH).stream()
        .filter(row -> row.model().equals(model))
        .findAny()
        .orElseThrow();
  }

  private long errors(String model) {
    var rows = SERVER.bean(UsageRows.class).since(Means.id(member), LocalDate.EPOCH);
    return rows.stream().filter(row -> row.model().equals(model)).mapToLong(UsageRow::errors).sum();
  }
}
