package dev.parley.modelkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Call;
import dev.parley.testing.Client;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Which key the model service is asked with.
class ModelKeyUseHttpTest {

  private static final String SERVERS = "sk-the-servers-own-key-0123456789";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void isTheAccountsForWhateverItAsks() throws InterruptedException {
    var key = StoredKey.store(member);
    var conversation = member.conversation();
    var model = released(3);

    var answer = member.ask(conversation, model.name(), "Hello").expect(200).body();
    var again = "/messages/%s/regenerate".formatted(answer.at("/message/id").stringValue());
    member.post(again, Map.of("model", model.name())).expect(200);
    member.post("/openai/question", Map.of("question", "Hello", "model", model.name())).expect(200);

    assertThat(server.model().awaitCalls(model.name(), 3, SOON))
        .allSatisfy(call -> assertThat(call.bearer()).isEqualTo(key));
  }

  @Test
  void isTheServersForEverybodyElse() throws InterruptedException {
    StoredKey.store(member);
    var other = server.member();
    var model = released(1);
    other.ask(other.conversation(), model.name(), "Hello").expect(200);

    assertThat(model.call().bearer()).isEqualTo(SERVERS);
  }

  @Test
  void isTheServersForGuests() throws InterruptedException {
    try (var own = TestServer.start("--parley.model.default-model=say-2-0")) {
      var guest = own.client();
      var session = guest.post("/session/initialize_session", "").expect(200).text("session_id");
      var said = Map.of("session_id", session, "role", "user", "content", "Hello");
      guest.post("/chat", said).expect(200);

      assertThat(own.model().awaitCall("say-2-0", SOON).bearer()).isEqualTo(SERVERS);
    }
  }

  @Test
  void changesWithTheNextQuestion() throws InterruptedException {
    var conversation = member.conversation();
    var model = released(3);
    member.ask(conversation, model.name(), "First").expect(200);
    var key = StoredKey.store(member);
    member.ask(conversation, model.name(), "Second").expect(200);
    StoredKey.delete(member).expect(204);
    member.ask(conversation, model.name(), "Third").expect(200);

    assertThat(server.model().awaitCalls(model.name(), 3, SOON))
        .extracting(Call::bearer)
        .containsExactly(SERVERS, key, SERVERS);
  }

  @Test
  void isLookedUpOnceAndThenRemembered() throws InterruptedException {
    var key = StoredKey.store(member);
    var model = released(2);
    var conversation = member.conversation();
    member.ask(conversation, model.name(), "Looked up").expect(200);
    takeAwayBehindTheServersBack();
    member.ask(conversation, model.name(), "Remembered").expect(200);

    assertThat(server.model().awaitCalls(model.name(), 2, SOON))
        .allSatisfy(call -> assertThat(call.bearer()).isEqualTo(key));
  }

  @Keeps("model.key.account")
  @Test
  void isAskedOnceAndRefusedAsAStatus() {
    StoredKey.store(member);
    var conversation = member.conversation();
    var model = "status-401";
    var before = server.model().count(model);

    var refused = member.ask(conversation, model, "Hello");
    refused.expectProblem(424, "model_key_rejected");
    assertThat(server.model().count(model)).as("no retry").isEqualTo(before + 1);
    var messages = member.get("/conversations/%s/messages".formatted(conversation)).expect(200);
    assertThat(messages.body().at("/data/1/status").stringValue()).isEqualTo("failed");
    assertThat(messages.body().at("/data/1/error/code").stringValue())
        .isEqualTo("model_key_rejected");
  }

  @Keeps("model.key.account")
  @Test
  void isRefusedInAStreamAsItsEnd() throws InterruptedException {
    StoredKey.store(member);
    try (var answer = OpenAnswer.of(member, "status-403")) {
      var end = answer.whole().end();
      assertThat(end.name()).isEqualTo("message.failed");
      assertThat(end.json().path("code").stringValue()).isEqualTo("model_key_rejected");
    }
  }

  @Keeps("deleted.stream")
  @Test
  void endsTheAnswersWrittenWithItWhenItIsDeleted() throws InterruptedException {
    StoredKey.store(member);
    var model = GatedModel.of(server, 9);
    var others = GatedModel.of(server, 1);
    try (var answer = OpenAnswer.of(member, model);
        var untouched = OpenAnswer.of(server.member(), others)) {
      model.release(2);
      answer.nextText(6);
      StoredKey.delete(member).expect(204);

      var end = answer.rest(6).end();
      assertThat(end.name()).isEqualTo("message.failed");
      assertThat(end.json().path("code").stringValue()).isEqualTo("gone");
      assertThat(model.call().awaitClosed(SOON)).as("closed at the model").isTrue();
      assertThat(answer.stored().path("content").stringValue()).isEqualTo(model.text(2));
      assertThat(answer.stored().at("/error/detail").stringValue()).contains("key");
      others.release(1);
      assertThat(untouched.whole().end().name()).isEqualTo("message.completed");
    }
  }

  @Test
  void leavesTheAnswersThatWereAskedBeforeIt() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    try (var answer = OpenAnswer.of(member, model)) {
      StoredKey.store(member);
      StoredKey.delete(member).expect(204);
      model.release(1);

      assertThat(answer.whole().end().name()).isEqualTo("message.completed");
    }
  }

  private void takeAwayBehindTheServersBack() {
    var delete =
        server
            .bean(JdbcClient.class)
            .sql("DELETE FROM model_keys WHERE user_id = (SELECT id FROM users WHERE email = ?)")
            .param(member.email());
    var rows =
        new TransactionTemplate(server.bean(PlatformTransactionManager.class))
            .execute(_ -> delete.update());
    assertThat(rows).isEqualTo(1);
  }

  private GatedModel released(int calls) {
    var model = GatedModel.of(server, 1);
    model.release(calls);
    return model;
  }
}
