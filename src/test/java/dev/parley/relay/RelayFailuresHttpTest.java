package dev.parley.relay;

import static dev.parley.relay.OwnKey.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import dev.parley.testing.TextStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayFailuresHttpTest {

  private final TestServer server = TestServer.shared();
  private final Client client = server.client();

  @Keeps("model.key.relay")
  @ParameterizedTest
  @ValueSource(strings = {"status-401", "status-403"})
  void saysThatTheServiceRefusesTheKeyWithoutSayingTheKey(String model) {
    var refused = client.post("/api/chat", question(model)).expectProblem(401, "invalid_api_key");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refused.raw()).doesNotContain(OwnKey.KEY).doesNotContain("sk-");
  }

  @Test
  void passesOnHowLongTheServiceWantsToBeLeftAlone() {
    var refused =
        client.post("/api/chat", question("status-429-7")).expectProblem(429, "model_rate_limited");
    assertThat(refused.header("Retry-After")).isEqualTo("7");
  }

  @Test
  void endsAWholeAnswerProperly() throws IOException {
    try (var text = TextStream.post(server.uri("/api/chat"), question("say-3-0"))) {
      assertThat(text.toEnd()).isEqualTo("w0 w1 w2 ");
    }
  }
}
