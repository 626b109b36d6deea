package dev.parley.web;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;

/// An account with one thing of each kind, for strangers to ask for. Its texts hold a word that
/// nobody else's do.
final class Owned {

  static final TestServer SERVER = TestServer.shared();
  static final String WORD = "Lighthouse";
  static final Client OWNER = SERVER.member();
  static final String CONVERSATION = OWNER.conversation();
  static final Response ASKED = OWNER.ask(CONVERSATION, "say-3-0", WORD).expect(200);
  static final String QUESTION = ASKED.body().at("/user_message/id").stringValue();
  static final String ANSWER = ASKED.body().at("/message/id").stringValue();
  static final String TOKEN = token();

  private Owned() {}

  /// What no answer to anybody else may hold.
  static List<String> marks() {
    return List.of(WORD, CONVERSATION, QUESTION, ANSWER, TOKEN, String.valueOf(OWNER.email()));
  }

  /// The secret of a new guest session.
  static String session() {
    return SERVER
        .client()
        .send("POST", "/session/initialize_session", null, Map.of())
        .expect(200)
        .text("session_id");
  }

  /// Well-formed, and nobody's.
  static String unknown(String id) {
    return id.replaceFirst(".{16}$", "0000000000000000");
  }

  private static String token() {
    return OWNER.post("/account/tokens", Map.of("name", WORD)).expect(201).text("id");
  }
}
