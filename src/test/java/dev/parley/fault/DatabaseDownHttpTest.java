package dev.parley.fault;

import static dev.parley.testing.Client.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.PlantedFailures;
import dev.parley.testing.PlantedFailures.Kind;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A database of which no statement works, for a while.
class DatabaseDownHttpTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final PlantedFailures FAILURES = new PlantedFailures();
  private static final TestServer SERVER =
      TestServer.with(context -> context.getBeanFactory().addBeanPostProcessor(FAILURES));
  private static final Client MEMBER = SERVER.member();

  @AfterEach
  void mend() {
    FAILURES.clear();
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Keeps("database.answer")
  @Test
  void keepsNoAnswerFromItsReaderAndStoresItOnceItIsBack() throws InterruptedException {
    var model = GatedModel.of(SERVER, 3);
    try (var answer = OpenAnswer.of(MEMBER, model)) {
      model.release(1);
      assertThat(answer.nextText()).isEqualTo("w0 ");
      FAILURES.plant(Kind.EVERYTHING, 1);
      model.release(2);
      assertThat(answer.nextText(6)).isEqualTo("w1 w2 ");
      MEMBER.get("/conversations").expectProblem(503, "storage_unavailable");
      FAILURES.clear();

      assertThat(answer.rest(9).end().name()).isEqualTo("message.completed");
      assertThat(answer.stored().path("content").stringValue()).isEqualTo("w0 w1 w2 ");
    }
  }

  @Keeps("database.late")
  @Test
  void losesNothingOfAnAnswerWhereItIsAwayForTooLong() throws InterruptedException {
    var failures = new PlantedFailures();
    try (var server =
            TestServer.with(
                context -> context.getBeanFactory().addBeanPostProcessor(failures),
                "--parley.answer.store-patience=500ms");
        var answer = OpenAnswer.of(server.member(), GatedModel.of(server, 3))) {
      server.model().release(1);
      assertThat(answer.nextText()).isEqualTo("w0 ");
      failures.plant(Kind.EVERYTHING, 1);
      server.model().release(2);

      var end = answer.rest(3).end();
      assertThat(end.json().path("code").stringValue()).isEqualTo("storage_unavailable");
      failures.clear();
      await()
          .atMost(SOON)
          .until(() -> answer.stored().path("status").stringValue().equals("interrupted"));
      assertThat(answer.stored().path("content").stringValue()).isEqualTo("w0 w1 w2 ");
    }
  }

  @Keeps("database.rights")
  @Test
  void letsNobodyInBecauseItCannotBeAsked() {
    var left = SERVER.member();
    var stranger = SERVER.member();
    left.logOut();
    var conversation = MEMBER.conversation();
    FAILURES.plant(Kind.EVERYTHING, 1);

    left.get("/account").expectProblem(401, "unauthenticated");
    SERVER
        .client()
        .post("/auth/login", "{'email':'%s','password':'%s'}".formatted(MEMBER.email(), PASSWORD))
        .expectProblem(503, "storage_unavailable");
    for (var somebody : List.of(MEMBER, stranger)) {
      somebody.get("/conversations/" + conversation).expectProblem(503, "storage_unavailable");
    }
  }
}
