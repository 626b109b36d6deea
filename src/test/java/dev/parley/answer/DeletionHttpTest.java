package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Contract
class DeletionHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Keeps("deleted.stream")
  @Test
  void endsTheAnswerThatIsBeingWritten() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var answer = OpenAnswer.of(member, model);
        var second = answer.resume(0)) {
      assertThat(second.awaitHeaders(SOON)).isTrue();
      model.release(2);
      answer.nextText(6);
      member.delete("/conversations/" + answer.conversation()).expect(204);

      assertThat(model.call().awaitClosed(A_SECOND)).as("closed at the model").isTrue();
      var end = answer.rest(6).end();
      assertThat(end.name()).isEqualTo("message.failed");
      assertThat(end.json().path("code").stringValue()).isEqualTo("gone");
      assertThat(end.json().path("message").isNull()).isTrue();
      assertThat(AnswerTranscript.resumedAt(0, second.readToEnd(SOON)).end()).isEqualTo(end);
    }
  }

  @Keeps("deleted.stays")
  @Test
  void leavesNothingThatComesBack() throws InterruptedException {
    var model = GatedModel.of(server, 9);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(1);
      answer.nextText();
      await().atMost(SOON).until(() -> savedText().contains(answer.id()));
      member.delete("/conversations/" + answer.conversation()).expect(204);
      answer.rest(3);
      // What is being saved, deleted or indexed at this moment comes before what is written now.
      member.conversation();

      member.get("/conversations/" + answer.conversation()).expect(404);
      member.get("/messages/" + answer.id()).expect(404);
      member.get("/messages/%s/stream".formatted(answer.id())).expect(404);
      answer.stop().expect(404);
      assertThat(rows("messages", "conversation_id", answer.conversation())).isZero();
      await().atMost(SOON).until(() -> !savedText().contains(answer.id()));
    }
  }

  @Test
  void endsTheAnswerThatIsWaitedForWhole() throws Exception {
    var model = GatedModel.of(server, 9);
    var conversation = member.conversation();
    var waiting =
        CompletableFuture.supplyAsync(() -> member.ask(conversation, model.name(), "Hello"));
    model.call();
    member.delete("/conversations/" + conversation).expect(204);

    waiting.get().expectProblem(410, "gone");
  }

  @Test
  void leavesTheAnswersOfOtherConversationsAlone() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    try (var answer = OpenAnswer.of(member, model)) {
      member.delete("/conversations/" + member.conversation()).expect(204);
      model.release(1);

      assertThat(answer.whole().end().name()).isEqualTo("message.completed");
    }
  }

  private String savedText() {
    return String.join(
        "",
        server
            .bean(JdbcClient.class)
            .sql("SELECT parts FROM answer_parts")
            .query(String.class)
            .list());
  }

  private int rows(String table, String column, String value) {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM %s WHERE %s = :value".formatted(table, column))
        .param("value", value)
        .query(Integer.class)
        .single();
  }
}
