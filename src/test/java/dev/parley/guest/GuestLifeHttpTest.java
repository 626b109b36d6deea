package dev.parley.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How a session ends: by being left alone, or by becoming an account's.
@Contract
class GuestLifeHttpTest {

  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void expiresAfterHalfAnHourWithoutActivity() {
    var guest = Guest.arrive(SERVER);
    SERVER.clock().advance(Duration.ofMinutes(31));
    guest.chat("Hello").expectProblem(410, "session_expired");
    guest.feedback("Good").expectProblem(410, "session_expired");
    guest.claim(SERVER.member()).expectProblem(410, "session_expired");
  }

  @Test
  void livesOnWithEachMessage() {
    var guest = Guest.arrive(SERVER);
    for (var i = 0; i < 3; i++) {
      SERVER.clock().advance(Duration.ofMinutes(29));
      guest.chat("Hello").expect(200);
    }
  }

  @Test
  void becomesAConversationOfTheAccountThatClaimsIt() {
    var guest = Guest.arrive(SERVER);
    guest.chat("Tell me of whales").expect(200);
    guest.chat("And of sharks").expect(200);
    var member = SERVER.member();
    guest.claim(member).expect(204);

    var conversation = conversations(member).getFirst();
    assertThat(conversation.get("title").stringValue()).isEqualTo("Tell me of whales");
    var id = conversation.get("id").stringValue();
    assertThat(contents(member, id))
        .containsExactly("Tell me of whales", "w0 w1 w2 ", "And of sharks", "w0 w1 w2 ");
    member.ask(id, "say-1-0", "Go on").expect(200);
  }

  @Test
  void isOverOnceItIsClaimed() {
    var guest = Guest.arrive(SERVER);
    guest.chat("Hello").expect(200);
    var member = SERVER.member();
    guest.claim(member).expect(204);

    guest.chat("Still there?").expectProblem(410, "session_expired");
    var thief = SERVER.member();
    guest.claim(thief).expectProblem(410, "session_expired");
    assertThat(conversations(thief)).isEmpty();
    assertThat(conversations(member)).hasSize(1);
  }

  @Test
  void canBeClaimedBesideOthers() {
    var member = SERVER.member();
    for (var i = 0; i < 2; i++) {
      var guest = Guest.arrive(SERVER);
      guest.chat("Hello").expect(200);
      guest.claim(member).expect(204);
    }
    member.post("/openai/question", "{'question':'Hello'}").expect(200);
    assertThat(conversations(member)).hasSize(3);
  }

  @Test
  void canBeClaimedBeforeAnythingWasSaid() {
    var member = SERVER.member();
    Guest.arrive(SERVER).claim(member).expect(204);
    assertThat(conversations(member)).isEmpty();
  }

  @Test
  void namesTheMissingSessionOfAClaim() {
    SERVER.member().post("/session/claim", "{}").expectInvalid("session_id");
  }

  private static List<JsonNode> conversations(Client member) {
    return member.get("/conversations").expect(200).body().get("data").valueStream().toList();
  }

  private static List<String> contents(Client member, String conversation) {
    return member.get("/conversations/%s/messages".formatted(conversation)).expect(200).contents();
  }
}
