package dev.parley.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Contract
class MessageFeedbackHttpTest {

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();
  private final String message = answer(member);

  @Test
  void isKeptWithOrWithoutAComment() {
    give(member, "{\"rating\":\"up\"}").expect(204);
    assertThat(stored()).containsExactly("up: null");
    give(member, "{\"rating\":\"down\",\"comment\":\"Too <b>short</b>\"}").expect(204);
    assertThat(stored()).as("the newest holds").containsExactly("down: Too <b>short</b>");
    give(member, "{\"rating\":\"up\"}").expect(204);
    assertThat(stored()).containsExactly("up: null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"rating\":\"\"}", "{\"rating\":\"Up\"}", "{\"rating\":null}"})
  void isUpOrDown(String body) {
    give(member, body).expectInvalid("rating");
    assertThat(stored()).isEmpty();
  }

  @Test
  void takesNoFieldThatIsUnknownAndNoCommentThatIsTooLong() {
    give(member, "{\"rating\":\"up\",\"user_id\":\"user_1\"}").expectInvalid("user_id");
    give(member, "{\"rating\":\"up\",\"comment\":\"%s\"}".formatted("a".repeat(10_001)))
        .expectInvalid("comment");
  }

  @Test
  void isGivenByTheOwnerOfTheMessageAlone() {
    give(server.member(), "{\"rating\":\"up\"}").expectProblem(404, "not_found");
    assertThat(stored()).isEmpty();
  }

  @Test
  void goesWithItsConversation() {
    give(member, "{\"rating\":\"up\"}").expect(204);
    var conversation = member.get("/messages/" + message).text("conversation_id");
    member.delete("/conversations/" + conversation).expect(204);
    assertThat(stored()).isEmpty();
  }

  private static String answer(Client member) {
    var asked = member.ask(member.conversation(), "say-1-0", "Hello").expect(200);
    return asked.body().at("/message/id").stringValue();
  }

  private Response give(Client who, String body) {
    return who.send("PUT", "/messages/%s/feedback".formatted(message), body, Map.of());
  }

  private List<String> stored() {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT rating, comment FROM feedback WHERE message_id = :message")
        .param("message", message)
        .query((row, _) -> row.getString("rating") + ": " + row.getString("comment"))
        .list();
  }
}
