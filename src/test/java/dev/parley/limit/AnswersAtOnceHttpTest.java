package dev.parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// How many answers may be written at one time.
class AnswersAtOnceHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int CEILING = 10;
  private static final TestServer SERVER =
      TestServer.start("--PARLEY_LIMIT_SERVER_ANSWERS=" + (CEILING + 2));

  private final Client member = SERVER.member();
  private final ArrayList<EventStream> streams = new ArrayList<>();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void isLimitedForAnAccountUntilOneOfThemEnds() throws InterruptedException {
    var model = GatedModel.of(SERVER, 1);
    askManyTimes(member, model, CEILING);
    var conversation = member.conversation();
    var refused =
        member.ask(conversation, "say-1-0", "Hello").expectProblem(429, "too_many_answers");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    var messages = member.get("/conversations/" + conversation).body().get("message_count");
    assertThat(messages.intValue()).as("nothing of it is stored").isZero();

    var other = SERVER.member();
    other.ask(other.conversation(), "say-1-0", "Hello").expect(200);

    model.release(1);
    await().atMost(SOON).until(() -> member.ask(conversation, "say-1-0", "Hello").status() == 200);
    release(model, CEILING - 1);
  }

  @Test
  void isLimitedForTheServer() throws InterruptedException {
    var model = GatedModel.of(SERVER, 1);
    var other = SERVER.member();
    askManyTimes(member, model, CEILING);
    askManyTimes(other, model, 2);

    var third = SERVER.member();
    var refused =
        third.ask(third.conversation(), "say-1-0", "Hello").expectProblem(503, "server_busy");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    release(model, CEILING + 2);
    await()
        .atMost(SOON)
        .until(() -> third.ask(third.conversation(), "say-1-0", "Hello").status() == 200);
  }

  private void askManyTimes(Client who, GatedModel model, int times) throws InterruptedException {
    for (var i = 0; i < times; i++) {
      var stream = who.askStreaming(who.conversation(), model.name(), "Hello");
      assertThat(stream.next(SOON).name()).isEqualTo("message.started");
      streams.add(stream);
    }
  }

  private void release(GatedModel model, int answers) throws InterruptedException {
    model.release(answers);
    for (var stream : streams) {
      stream.readToEnd(SOON);
    }
  }
}
