package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.StoredRows;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What goes on record, and what administrators see of it.
@Contract
class RecordHttpTest {

  private static final TestServer SERVER = TestServer.start();
  private static final Client ADMIN = SERVER.admin();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void hasQuestionsAndAnswersWithoutTheirTexts() {
    var member = SERVER.member();
    var asked =
        member.ask(member.conversation(), "say-3-0", "Where do curlews winter?").expect(200);

    var question = only(of(member), "question_asked");
    assertThat(question.get("subject").stringValue())
        .isEqualTo(asked.body().at("/user_message/id").stringValue());
    assertThat(question.get("request_id").stringValue()).isEqualTo(asked.header("X-Request-Id"));
    assertThat(question.at("/hashes/content").stringValue()).hasSize(43);
    var answer = only(of(member), "answer_ended");
    assertThat(answer.get("subject").stringValue())
        .isEqualTo(asked.body().at("/message/id").stringValue());
    assertThat(answer.get("outcome").stringValue()).isEqualTo("completed");
    assertThat(answer.get("request_id").stringValue()).isEqualTo(asked.header("X-Request-Id"));
    assertThat(answer.at("/hashes/content").stringValue())
        .isNotEqualTo(question.at("/hashes/content").stringValue());
  }

  @Test
  void hasFunctionCallsAndWhatTheyGave() {
    var member = SERVER.member();
    var tools = List.of(Map.of("type", "function", "name", "weather"));
    var called =
        member
            .post("/v1/responses", Map.of("model", "two-tools", "input", "Oslo?", "tools", tools))
            .expect(200);
    var answer = only(of(member), "answer_ended");
    assertThat(answer.at("/hashes/function_calls").stringValue()).hasSize(43);
    assertThat(only(of(member), "question_asked").get("hashes").has("call_id")).isFalse();

    var early = Map.of("type", "function_call_output", "call_id", "call_Oslo", "output", "dry");
    var output = Map.of("type", "function_call_output", "call_id", "call_Rome", "output", "wet");
    member
        .post(
            "/v1/responses",
            Map.of(
                "model", "two-tools",
                "previous_response_id", called.text("id"),
                "input", List.of(early, output)))
        .expect(200);
    assertThat(only(of(member), "message_added").at("/hashes/call_id").stringValue()).hasSize(43);
    var given = kinds(member, "question_asked").getFirst();
    assertThat(given.at("/hashes/call_id").stringValue()).hasSize(43);
    assertThat(kinds(member, "answer_ended").getFirst().get("hashes").has("function_calls"))
        .isFalse();
  }

  @Test
  void hasAHashOfItsOwnForEachTimeThatATextWasSaid() {
    var member = SERVER.member();
    var conversation = member.conversation();
    member.ask(conversation, "say-1-0", "Twice").expect(200);
    member.ask(conversation, "say-1-0", "Twice").expect(200);

    assertThat(kinds(member, "question_asked"))
        .hasSize(2)
        .extracting(event -> event.at("/hashes/content").stringValue())
        .doesNotHaveDuplicates();
  }

  @Test
  void hasSigningInAndOutAndEveryFailure() {
    var member = SERVER.member();
    var signedIn = only(of(member), "signed_in");
    assertThat(signedIn.get("subject").stringValue()).isEqualTo(member.session());
    member
        .post("/auth/login", Map.of("email", String.valueOf(member.email()), "password", "wrong"))
        .expectProblem(401, "invalid_credentials");
    var failed = newest("sign_in_failed");
    assertThat(failed.get("actor").isNull()).isTrue();
    assertThat(failed.get("outcome").stringValue()).isEqualTo("invalid_credentials");
    assertThat(failed.at("/hashes/email").stringValue()).hasSize(43);
    var account = id(member);
    member.logOut();

    assertThat(only(events("actor=" + account), "signed_out").get("subject").stringValue())
        .isEqualTo(member.session());
  }

  @Keeps("refresh.spent")
  @Test
  void hasASpentRefreshTokenThatWasShownAgain() {
    try (var server = TestServer.start()) {
      var member = server.member();
      var spent = Map.of("refresh_token", String.valueOf(member.refreshToken()));
      member.post("/auth/refresh", spent).expect(200);
      server.clock().advance(java.time.Duration.ofMinutes(1));
      member.post("/auth/refresh", spent).expectProblem(401, "invalid_refresh_token");

      var events = server.admin().get("/admin/audit?kind=refresh_token_reused").expect(200);
      assertThat(events.body().at("/data/0/subject").stringValue()).isEqualTo(member.session());
    }
  }

  @Test
  void hasChangesOfRightsWithWhoMadeThem() {
    var account = id(SERVER.member());
    var changed = ADMIN.patch("/admin/users/" + account, "{'status':'suspended'}").expect(200);

    var event = only(events("subject=" + account), "rights_changed");
    assertThat(event.get("actor").stringValue()).isEqualTo(id(ADMIN));
    assertThat(event.get("outcome").stringValue()).isEqualTo("user suspended");
    assertThat(event.get("request_id").stringValue()).isEqualTo(changed.header("X-Request-Id"));
  }

  @Test
  void hasExportsKeysTokensAndDeletions() {
    var member = SERVER.member();
    var conversation = member.conversation();
    member.get("/account/export").expect(200);
    var token = member.post("/account/tokens", "{'name':'T'}").expect(201).text("id");
    member.delete("/account/tokens/" + token).expect(204);
    member.delete("/conversations/" + conversation).expect(204);

    assertThat(of(member))
        .extracting(event -> event.get("kind").stringValue())
        .containsSubsequence(
            "conversation_deleted",
            "token_revoked",
            "token_created",
            "account_exported",
            "signed_in",
            "account_opened");
  }

  @Keeps("audit.deleted")
  @Test
  void outlivesTheAccountAndLosesNothingOfIt() {
    var member = SERVER.member();
    var account = id(member);
    member.ask(member.conversation(), "say-2-0", "A sentence about godwits.").expect(200);
    assertThat(StoredRows.text(SERVER)).contains("godwits");
    member
        .send("DELETE", "/account", "{\"password\":\"%s\"}".formatted(Client.PASSWORD), Map.of())
        .expect(200);

    assertThat(StoredRows.text(SERVER)).doesNotContain("godwits");
    assertThat(events("actor=" + account))
        .extracting(event -> event.get("kind").stringValue())
        .contains("account_deleted", "account_closed", "question_asked", "answer_ended");
    SERVER.bean(Keeper.class).sealAll();
    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void hasWhoLookedAtIt() {
    var looked = ADMIN.get("/admin/audit?limit=1").expect(200);

    assertThat(newest("record_read").get("actor").stringValue()).isEqualTo(id(ADMIN));
    assertThat(events("request_id=" + looked.header("X-Request-Id"))).hasSize(1);
  }

  @Test
  void isVerifiedForAdministrators() {
    SERVER.bean(Keeper.class).sealAll();
    var answer = ADMIN.send("POST", "/admin/audit/verify", null, Map.of()).expect(200);

    var verdict = new JsonMapper().readTree(answer.raw().lines().toList().getLast());
    assertThat(verdict.get("whole").booleanValue()).as(answer.raw()).isTrue();
    assertThat(verdict.get("events").longValue()).isPositive();
    assertThat(verdict.get("end").stringValue()).matches("\\d+:[\\w-]+");
    var asked = events("request_id=" + answer.header("X-Request-Id"));
    assertThat(only(asked, "record_verified").get("actor").stringValue()).isEqualTo(id(ADMIN));
  }

  @ParameterizedTest
  @CsvSource({
    "/admin/users, accounts_listed",
    "/admin/usage, usage_read",
    "/admin/budgets, budgets_read",
    "/admin/retention, retention_read",
    "/admin/feedback, feedback_read",
    "/admin/sessions, sessions_listed"
  })
  void hasEveryLookOfAnAdministrator(String path, String kind) {
    var looked = ADMIN.get(path).expect(200);

    var look = only(events("request_id=" + looked.header("X-Request-Id")), kind);
    assertThat(look.get("actor").stringValue()).isEqualTo(id(ADMIN));
  }

  @Test
  void hasWhatWasRelayedWithoutItsTextsAndWithoutAnybody() {
    var asked =
        SERVER
            .client()
            .post(
                "/api/chat",
                Map.of(
                    "developer_message", "Be brief.",
                    "user_message", "Where do curlews winter?",
                    "model", "say-3-0",
                    "api_key", "sk-of-nobody"))
            .expect(200);

    var events = events("request_id=" + asked.header("X-Request-Id"));
    var question = only(events, "question_relayed");
    var answer = only(events, "answer_relayed");
    assertThat(question.get("actor").isNull()).isTrue();
    assertThat(question.at("/hashes/content").stringValue()).hasSize(43);
    assertThat(answer.get("subject")).isEqualTo(question.get("subject"));
    assertThat(answer.get("outcome").stringValue()).isEqualTo("completed");
  }

  @Test
  void isPagedFromTheNewestOn() {
    var member = SERVER.member();
    var conversation = member.conversation();
    for (var question = 0; question < 3; question++) {
      member.ask(conversation, "say-1-0", "Q" + question).expect(200);
    }
    var path = "/admin/audit?actor=%s&kind=question_asked&limit=2".formatted(id(member));
    var first = ADMIN.get(path).expect(200).body();
    var second = ADMIN.get(path + "&cursor=" + first.get("next_cursor").stringValue()).expect(200);

    assertThat(first.get("data")).hasSize(2);
    assertThat(first.get("has_more").booleanValue()).isTrue();
    assertThat(second.body().get("data")).hasSize(1);
    assertThat(second.body().get("has_more").booleanValue()).isFalse();
  }

  @Test
  void isForAdministratorsAlone() {
    SERVER.member().get("/admin/audit").expectProblem(403, "forbidden");
    SERVER.client().get("/admin/audit").expectProblem(401, "unauthenticated");
    ADMIN.get("/admin/audit?since=yesterday").expectProblem(422, "invalid_request");
    ADMIN.get("/admin/audit?cursor=x").expectProblem(422, "invalid_request");
  }

  @Test
  void leavesOutWhatWasUndone() {
    var member = SERVER.member();
    member
        .post("/conversations/%s/messages".formatted("conv_none"), "{'content':'Lost'}")
        .expect(404);

    assertThat(kinds(member, "question_asked")).isEmpty();
    SERVER.bean(Keeper.class).sealAll();
    assertThat(verify().isWhole()).isTrue();
  }

  private static Report verify() {
    Consumer<Long> nobody = _ -> {};
    return SERVER.bean(Verification.class).verify(null, nobody);
  }

  private static String id(Client client) {
    return client.get("/account").expect(200).text("id");
  }

  private static List<JsonNode> of(Client client) {
    return events("actor=" + id(client));
  }

  private static List<JsonNode> kinds(Client client, String kind) {
    return events("actor=%s&kind=%s".formatted(id(client), kind));
  }

  private static JsonNode newest(String kind) {
    return events("kind=" + kind).getFirst();
  }

  private static List<JsonNode> events(String query) {
    var data = ADMIN.get("/admin/audit?limit=100&" + query).expect(200).body().get("data");
    return StreamSupport.stream(data.spliterator(), false).toList();
  }

  private static JsonNode only(List<JsonNode> events, String kind) {
    var found =
        events.stream().filter(event -> event.get("kind").stringValue().equals(kind)).toList();
    assertThat(found).as(kind).hasSize(1);
    return found.getFirst();
  }
}
