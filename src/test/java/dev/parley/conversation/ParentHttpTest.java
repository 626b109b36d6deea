package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a question may name for its parent.
@Contract
class ParentHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();
  private static final Talk OF_A_STRANGER = Talk.start(SERVER);

  private final Talk talk = Talk.start(MEMBER);
  private final Talk.Exchange exchange = talk.ask("Q1");

  @AfterEach
  void storesNothingThatWasRefused() {
    assertThat(talk.all()).containsExactly(exchange.question(), exchange.answer());
    assertThat(talk.conversation().get("message_count").intValue()).isEqualTo(2);
  }

  @Test
  void isNoQuestion() {
    askAfter(exchange.questionId()).expectInvalid("parent_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "msg_none", "msg_00000000000000000000000000", "' OR 1=1 --", "\u0000"})
  void isNothingThatIsNotThere(String id) {
    askAfter(id).expectProblem(404, "not_found");
  }

  @Test
  void isNoMessageOfAnotherConversation() {
    askAfter(Talk.start(MEMBER).ask("Q").answerId()).expectProblem(404, "not_found");
    askAfter(talk.id()).expectProblem(404, "not_found");
  }

  @Test
  void isNoMessageOfAnotherAccount() {
    var strangers = askAfter(OF_A_STRANGER.ask("Q").answerId()).expectProblem(404, "not_found");
    var unknown = askAfter("msg_none").expectProblem(404, "not_found");
    assertThat(strangers.bodyWithout("request_id")).isEqualTo(unknown.bodyWithout("request_id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "[]", "['msg_x']", "{}"})
  void isNoOtherTypeThanText(String value) {
    talk.post("{'content':'Q2','parent_id':%s}".formatted(value)).expectInvalid("parent_id");
  }

  private Response askAfter(String id) {
    return talk.send(Map.of("content", "Q2", "parent_id", id));
  }
}
