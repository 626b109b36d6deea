package dev.parley.guest;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;

/// Somebody with a session and without an account.
///
/// @param session the secret
record Guest(TestServer server, Client client, String session) {

  static Guest arrive(TestServer server) {
    var client = server.client();
    var begun = client.send("POST", "/session/initialize_session", null, Map.of()).expect(200);
    return new Guest(server, client, begun.text("session_id"));
  }

  Response chat(String content) {
    return client.post("/chat/", message(content));
  }

  EventStream chatStreaming(String content) {
    return EventStream.post(
        server.uri("/chat/"),
        Map.of(),
        "{\"session_id\":\"%s\",\"role\":\"user\",\"content\":\"%s\"}".formatted(session, content));
  }

  Response claim(Client member) {
    return member.post("/session/claim", Map.of("session_id", session));
  }

  Response feedback(String text) {
    return client.post("/feedback/", Map.of("session_id", session, "feedback", text));
  }

  Map<String, String> message(String content) {
    return Map.of("session_id", session, "role", "user", "content", content);
  }
}
