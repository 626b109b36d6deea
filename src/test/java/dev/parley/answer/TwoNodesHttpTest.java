package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TwoNodes;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Answers that one node writes, for those who come to the other.
@Contract
@Keeps("nodes.answers")
class TwoNodesHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TwoNodes NODES = TwoNodes.shared();

  private final Client member = NODES.first().member();
  private final Client elsewhere = NODES.onSecond(member);
  private final GatedModel model = GatedModel.of(NODES.model(), 5);

  @Test
  void areReadLive() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model);
        var reader = elsewhere.resume(answer.id(), 0)) {
      for (var piece = 1; piece <= 4; piece++) {
        model.release(1);
        assertThat(reader.next(SOON).offset()).isEqualTo(model.text(piece).length());
      }
      model.release(1);
      var rest = AnswerTranscript.resumedAt(model.text(4).length(), reader.readToEnd(SOON));

      assertThat(rest.text()).isEqualTo(model.text().substring(model.text(4).length()));
      assertThat(rest.end().json()).isEqualTo(answer.whole().end().json());
    }
  }

  @Test
  void areTakenUpFromWhateverOffset() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(3);
      answer.nextText(model.text(3).length());
      try (var early = elsewhere.resume(answer.id(), 2);
          var late = elsewhere.resume(answer.id(), model.text(2).length())) {
        model.release(2);

        assertThat(AnswerTranscript.resumedAt(2, early.readToEnd(SOON)).text())
            .isEqualTo(model.text().substring(2));
        assertThat(AnswerTranscript.resumedAt(model.text(2).length(), late.readToEnd(SOON)).text())
            .isEqualTo(model.text().substring(model.text(2).length()));
      }
    }
  }

  @Test
  void areStopped() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model);
        var reader = elsewhere.resume(answer.id(), 0)) {
      model.release(2);
      answer.nextText(model.text(2).length());
      var stopped = elsewhere.post("/messages/%s/stop".formatted(answer.id()), "{}").expect(200);

      assertThat(stopped.text("status")).isEqualTo("stopped");
      assertThat(stopped.text("content")).isEqualTo(model.text(2));
      assertThat(answer.rest(model.text(2).length()).end().name()).isEqualTo("message.stopped");
      assertThat(AnswerTranscript.resumedAt(0, reader.readToEnd(SOON)).end().name())
          .isEqualTo("message.stopped");
    }
  }

  @Test
  void endWithTheConversation() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model);
        var reader = elsewhere.resume(answer.id(), 0)) {
      model.release(1);
      reader.next(SOON);
      elsewhere.delete("/conversations/" + answer.conversation()).expect(204);

      assertThat(reader.readToEnd(SOON).getLast().json().path("code").stringValue())
          .isEqualTo("gone");
      assertThat(answer.stream().readToEnd(SOON).getLast().json().path("code").stringValue())
          .isEqualTo("gone");
    }
  }

  @Test
  void areGivenAgainToWhoeverAsksTwice() throws InterruptedException {
    var conversation = member.conversation();
    var question =
        "{\"content\":\"Hello\",\"model\":\"%s\",\"stream\":true}".formatted(model.name());
    var path = "/conversations/%s/messages".formatted(conversation);
    try (var first = ask(member, path, question);
        var started = first) {
      started.next(SOON);
      elsewhere
          .send(
              "POST",
              path,
              question.replace(",\"stream\":true", ""),
              Map.of("Idempotency-Key", "k"))
          .expectProblem(422, "idempotency_key_reused");
      try (var again = ask(elsewhere, path, question)) {
        model.release(5);
        var transcript = AnswerTranscript.ofQuestion(again.readToEnd(SOON));

        assertThat(transcript.text()).isEqualTo(model.text());
        assertThat(NODES.model().count(model.name())).isEqualTo(1);
      }
    }
  }

  private static EventStream ask(Client who, String path, String question) {
    var headers = new java.util.HashMap<>(who.headers());
    headers.put("Idempotency-Key", "k");
    return EventStream.post(who.address().apply(path), headers, question);
  }

  @Test
  void keepTheirConversationBusy() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model)) {
      elsewhere
          .ask(answer.conversation(), "say-1-0", "And?")
          .expectProblem(409, "conversation_busy");
      model.release(5);
      answer.whole();
      elsewhere.ask(answer.conversation(), "say-1-0", "And?").expect(200);
    }
  }

  @Test
  void areToldToDevices() throws InterruptedException {
    try (var feed = EventStream.get(NODES.second().uri("/events"), member.headers())) {
      assertThat(feed.next(SOON).name()).isEqualTo("ready");
      try (var answer = OpenAnswer.of(member, "say-3-0")) {
        var end = answer.whole().end();

        assertThat(feed.next(SOON).name()).isEqualTo("conversation.created");
        assertThat(feed.next(SOON).json()).isEqualTo(answer.started().json());
        assertThat(feed.next(SOON).name()).isEqualTo("conversation.updated");
        assertThat(feed.next(SOON).json()).isEqualTo(end.json());
      }
    }
  }

  @Test
  void ofQuestionsAreHeardByWhoeverListens() throws InterruptedException {
    var question =
        "{\"question\":\"Why?\",\"stream\":true,\"model\":\"%s\"}".formatted(model.name());
    try (var before = EventStream.get(NODES.second().uri("/openai/stream"), member.headers())) {
      before.nextComment(SOON);
      try (var asked =
          EventStream.post(NODES.first().uri("/openai/question"), member.headers(), question)) {
        var started = asked.next(SOON);
        model.release(2);
        try (var amid = EventStream.get(NODES.second().uri("/openai/stream"), member.headers())) {
          amid.nextComment(SOON);
          assertThat(amid.next(SOON).json()).isEqualTo(started.json());
          assertThat(before.next(SOON).json()).isEqualTo(started.json());
          model.release(3);
          await().atMost(SOON).until(() -> before.next(SOON).name().equals("message.completed"));
          await().atMost(SOON).until(() -> amid.next(SOON).name().equals("message.completed"));
        }
      }
    }
  }
}
