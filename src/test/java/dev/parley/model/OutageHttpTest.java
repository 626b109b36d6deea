package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A model service that is gone, and comes back.
class OutageHttpTest {

  private static final TestServer SERVER = TestServer.start("--parley.model.outage-pause=1s");

  private final Client member = SERVER.member();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Keeps({"model.unreachable", "outage.refused"})
  @Test
  void isNotWaitedForAndEndsByItself() {
    var conversation = member.conversation();
    SERVER.model().close();
    for (var i = 0; i < 5; i++) {
      var before = System.nanoTime();
      ask(conversation).expectProblem(502, "model_unreachable");
      Figures.atMost("model.unreachable", Figures.millisSince(before), "said within %.0f ms");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }
    var asked = System.nanoTime();
    var refusal = ask(conversation).expectProblem(503, "model_unavailable");
    Figures.atMost("outage.refused", Figures.millisSince(asked), "refused within %.1f ms");
    assertThat(refusal.header("Retry-After")).isEqualTo("1");

    try (var back = FakeModel.startOn(SERVER.model().port())) {
      ask(conversation).expectProblem(503, "model_unavailable");
      assertThat(back.count()).as("nothing is asked meanwhile").isZero();
      assertThat(messages(conversation)).as("nor stored").isEqualTo(10);

      await().atMost(Duration.ofSeconds(10)).until(() -> ask(conversation).status() == 200);
      assertThat(back.count()).isEqualTo(1);
      ask(conversation).expect(200);
    }
  }

  private Response ask(String conversation) {
    return member.ask(conversation, "say-1-0", "Hello");
  }

  private int messages(String conversation) {
    return member.get("/conversations/" + conversation).body().get("message_count").intValue();
  }
}
