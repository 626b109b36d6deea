package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ids of somebody else's things inside of bodies.
@Keeps("strangers.places")
class StrangersBodiesHttpTest {

  static final Set<String> PLACES =
      Set.of(
          "POST /conversations/{id}/messages body parentId",
          "POST /chat body sessionId",
          "POST /feedback body sessionId",
          "POST /session/claim body sessionId");

  private final Client stranger = Owned.SERVER.member();

  @Test
  void areNoParentsForOnesOwnQuestions() {
    var conversation = stranger.conversation();

    var theirs = ask(conversation, Owned.ANSWER);
    var unknown = ask(conversation, Owned.unknown(Owned.ANSWER));

    assertThat(theirs.status()).isBetween(400, 499);
    Sameness.of(theirs, unknown);
    Sameness.of(ask(conversation, Owned.QUESTION), unknown);
    assertThat(
            stranger.get("/conversations/" + conversation).body().get("message_count").intValue())
        .isZero();
  }

  /// What an account can name is no session, so nobody becomes a guest by it.
  @ParameterizedTest
  @ValueSource(strings = {"/chat", "/feedback", "/session/claim"})
  void areNoSessions(String path) {
    var unknown = Owned.unknown(Owned.session());
    for (var theirs : Owned.marks()) {
      Sameness.of(send(path, theirs), send(path, unknown));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat", "/feedback", "/session/claim"})
  void openNoSessionByAPartOfItsSecret(String path) {
    var session = Owned.session();
    var unknown = send(path, Owned.unknown(session)).expectProblem(404, "not_found");
    for (var part : new String[] {session.substring(0, 20), session + "0", session.substring(5)}) {
      Sameness.of(send(path, part), unknown);
    }
  }

  @Test
  void leaveTheAnswersOfGuestsToThem() {
    var session = Owned.session();
    var events =
        Owned.SERVER
            .client()
            .send("POST", "/chat", chat(session), Map.of("Accept", "text/event-stream"))
            .expect(200)
            .raw();
    var message = events.replaceFirst("(?s).*?(msg_[0-9a-z]+).*", "$1");

    for (var call : new String[] {"", "/stream"}) {
      Sameness.of(
          stranger.get("/messages/" + message + call),
          stranger.get("/messages/" + Owned.unknown(message) + call));
    }
  }

  private Response ask(String conversation, String parent) {
    return stranger.post(
        "/conversations/%s/messages".formatted(conversation),
        Map.of("content", "Hello", "parent_id", parent));
  }

  private Response send(String path, String session) {
    return stranger.send("POST", path, chat(session), Map.of());
  }

  /// Good for all three calls, which ignore what they do not know.
  private static String chat(String session) {
    return """
        {"session_id":"%s","role":"user","content":"Hello","feedback":"Good"}\
        """
        .formatted(session);
  }
}
