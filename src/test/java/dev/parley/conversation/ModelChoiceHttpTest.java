package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that allows two models, of which one is the default.
class ModelChoiceHttpTest {

  private static final TestServer SERVER =
      TestServer.start("--parley.model.allowed=say-2-0,echo", "--parley.model.default-model=echo");
  private static final Client MEMBER = SERVER.member();

  private final Talk talk = Talk.start(MEMBER);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void takesTheDefaultWhereNoneIsNamed() {
    assertThat(talk.conversation().get("model").stringValue()).isEqualTo("echo");
  }

  @Test
  void takesOneThatIsAllowed() {
    var made = MEMBER.post("/conversations", Map.of("model", "say-2-0")).expect(201);
    assertThat(made.text("model")).isEqualTo("say-2-0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"say-1-0", "gpt-4.1-mini", "", " ", "*", "ECHO", "echo "})
  void refusesAnyOther(String model) {
    isRefused(MEMBER.post("/conversations", Map.of("model", model)));
    isRefused(MEMBER.send("PATCH", talk.path(""), "{\"model\":\"%s\"}".formatted(model), Map.of()));
    isRefused(talk.send(Map.of("content", "Hello", "model", model)));
    assertThat(talk.all()).isEmpty();
  }

  @Test
  void refusesAnyOtherForAnotherAnswerToo() {
    var asked = talk.post("{'content':'Hello'}").expect(200);
    var answer = asked.body().at("/message/id").stringValue();
    isRefused(MEMBER.post("/messages/%s/regenerate".formatted(answer), Map.of("model", "say-1-0")));
    assertThat(talk.all()).hasSize(2);
  }

  @Test
  void asksTheConversationsModelWhereTheQuestionNamesNone() {
    MEMBER.patch(talk.path(""), "{'model':'say-2-0'}").expect(200);
    var asked = talk.post("{'content':'Hello'}").expect(200).body();
    assertThat(asked.at("/message/model").stringValue()).isEqualTo("say-2-0");
    assertThat(asked.at("/message/content").stringValue()).isEqualTo("w0 w1 ");
  }

  @Test
  void asksTheModelThatTheQuestionNames() {
    var asked = talk.post("{'content':'Hello','model':'say-2-0'}").expect(200).body();
    assertThat(asked.at("/message/model").stringValue()).isEqualTo("say-2-0");
    assertThat(talk.conversation().get("model").stringValue()).isEqualTo("echo");
  }

  private static void isRefused(Response response) {
    response.expectInvalid("model");
    assertThat(response.body().at("/errors/0/message").stringValue()).contains("echo, say-2-0");
  }
}
