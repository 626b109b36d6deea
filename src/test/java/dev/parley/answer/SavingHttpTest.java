package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.node.NodeDied;
import dev.parley.node.ThisNode;
import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.PlantedFailures;
import dev.parley.testing.PlantedFailures.Kind;
import dev.parley.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is saved of answers while they are being written, for the case that their node dies.
@Contract
class SavingHttpTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final PlantedFailures FAILURES = new PlantedFailures();
  private static final TestServer SERVER =
      TestServer.with(
          context -> context.getBeanFactory().addBeanPostProcessor(FAILURES),
          "--parley.answer.save-every=50ms");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void hasTextOnceOfWhichNobodyHeardThatItWasSaved() throws InterruptedException {
    var model = GatedModel.of(SERVER, 3);
    try (var answer = OpenAnswer.of(SERVER.member(), model)) {
      FAILURES.plant(Kind.CONFIRMATION, 1, "INTO answer_parts");
      model.release(1);
      await().atMost(SOON).until(() -> isSaved("w0 "));
      model.release(1);
      await().atMost(SOON).until(() -> isSaved("w1 "));
      assertThat(FAILURES.clear()).as("saved without anybody hearing of it").isTrue();

      die();
      assertThat(answer.stored().path("status").stringValue()).isEqualTo("interrupted");
      assertThat(answer.stored().path("content").stringValue()).isEqualTo(model.text(2));
      model.release(1);
    }
  }

  private static boolean isSaved(String text) {
    return SERVER
            .bean(JdbcClient.class)
            .sql("SELECT COUNT(*) FROM answer_parts WHERE parts LIKE :text")
            .param("text", "%" + text + "%")
            .query(Integer.class)
            .single()
        > 0;
  }

  /// Others take this node for dead, as far as its answers go.
  private static void die() {
    var node = SERVER.bean(ThisNode.class).id();
    SERVER
        .bean(ApplicationEventMulticaster.class)
        .multicastEvent(new PayloadApplicationEvent<>(SERVER, new NodeDied(node)));
  }
}
