package dev.parley.modelkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of questions with an own key, and of the others, is not the same thing.
@Keeps("outage.own-key")
class OwnKeyOutageHttpTest {

  private static final int MORE_THAN_AN_OUTAGE = 7;

  private final TestServer server = TestServer.start("--parley.model.outage-pause=1h");
  private final Client owner = server.member();
  private final Client other = server.member();

  OwnKeyOutageHttpTest() {
    StoredKey.store(owner);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isNotKeptFromAskingWhileTheServersKeyFails() {
    for (var i = 0; i < MORE_THAN_AN_OUTAGE; i++) {
      ask(other, "status-500");
    }
    ask(other, "say-1-0").expectProblem(503, "model_unavailable");

    ask(owner, "say-1-0").expect(200);
    ask(other, "say-1-0").expectProblem(503, "model_unavailable");
  }

  @Test
  void keepsNobodyFromAskingByFailing() {
    for (var i = 0; i < MORE_THAN_AN_OUTAGE; i++) {
      ask(owner, "status-500").expectProblem(502, "model_error");
    }
    assertThat(server.model().count("status-500")).isEqualTo(2 * MORE_THAN_AN_OUTAGE);

    ask(other, "say-1-0").expect(200);
    ask(owner, "say-1-0").expect(200);
  }

  private static Response ask(Client member, String model) {
    return member.ask(member.conversation(), model, "Hello");
  }
}
