package dev.parley.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TwoNodes;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two nodes whose Redis goes away, and comes back.
class RedisDownHttpTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final TwoNodes nodes = TwoNodes.start("--parley.redis.timeout=250ms");
  private final Client member = nodes.first().member();
  private final Client elsewhere = nodes.onSecond(member);

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void costsNothingButWhatItDidWhereItIsGone() throws InterruptedException {
    outlast(nodes.redis()::stop, nodes.redis()::startAgain);
  }

  @Test
  void costsNothingButWhatItDidWhereItSaysNothing() throws InterruptedException {
    outlast(nodes.redis()::standStill, nodes.redis()::goOn);
  }

  private void outlast(Runnable begin, Runnable end) throws InterruptedException {
    var model = GatedModel.of(nodes.model(), 6);
    try (var answer = OpenAnswer.of(member, model);
        var reader = elsewhere.resume(answer.id(), 0)) {
      model.release(1);
      assertThat(reader.next(SOON).offset()).isEqualTo(model.text(1).length());
      begin.run();
      awaitRefusal(nodes.first().client());
      awaitRefusal(nodes.second().client());

      model.release(1);
      assertThat(answer.nextText(model.text(2).length())).isEqualTo(model.text(2));
      assertThat(reader.next(SOON).offset()).as("what is saved").isEqualTo(model.text(2).length());
      var late = elsewhere.resume(answer.id(), 0);
      assertThat(late.next(SOON).offset()).isEqualTo(model.text(2).length());
      elsewhere.ask(elsewhere.conversation(), "say-1-0", "Hello").expect(200);
      nodes.second().client().get("/health/ready").expect(200);

      end.run();
      await().atMost(SOON).until(() -> logIn(nodes.first().client()) == 200);
      await().atMost(SOON).until(() -> logIn(nodes.second().client()) == 200);
      model.release(4);
      assertThat(
              AnswerTranscript.resumedAt(model.text(2).length(), late.readToEnd(SOON)).end().name())
          .isEqualTo("message.completed");
      assertThat(reader.readToEnd(SOON).getLast().name()).isEqualTo("message.completed");
    }
    awaitEvents();
  }

  @Test
  void letsAnswersBeStoppedAllTheSame() throws InterruptedException {
    var model = GatedModel.of(nodes.model(), 3);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(2);
      answer.nextText(model.text(2).length());
      nodes.redis().stop();
      awaitRefusal(nodes.second().client());
      var stopped = elsewhere.post("/messages/%s/stop".formatted(answer.id()), "{}").expect(200);

      assertThat(stopped.text("status")).isEqualTo("stopped");
      assertThat(answer.rest(model.text(2).length()).end().name()).isEqualTo("message.stopped");
    }
  }

  private void awaitEvents() throws InterruptedException {
    try (var feed = EventStream.get(nodes.second().uri("/events"), member.headers())) {
      assertThat(feed.next(SOON).name()).isEqualTo("ready");
      member.conversation();
      assertThat(feed.next(SOON).name()).isEqualTo("conversation.created");
    }
  }

  /// What guards against guessing refuses, once the node knows.
  private void awaitRefusal(Client client) {
    await().atMost(SOON).until(() -> logIn(client) == 503);
  }

  private int logIn(Client client) {
    var fields = Map.of("email", String.valueOf(member.email()), "password", Client.PASSWORD);
    return client.post("/auth/login", fields).status();
  }
}
