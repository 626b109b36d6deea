package dev.parley.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// What people do with the server, from registering to leaving it. Each deed that is asked for is
/// about something new.
final class Story {

  private final TestServer server;
  private Client member;

  Story(TestServer server) {
    this.server = server;
    this.member = server.member();
  }

  Client member() {
    return member;
  }

  /// All of them, in the order in which people do them.
  Map<String, Supplier<Deed>> deeds() {
    var deeds = new LinkedHashMap<String, Supplier<Deed>>();
    deeds.put("registers", this::registers);
    deeds.put("signs in", this::signsIn);
    deeds.putAll(withoutPasswords());
    deeds.put("leaves", this::leaves);
    return deeds;
  }

  /// Those that take little time.
  Map<String, Supplier<Deed>> withoutPasswords() {
    var deeds = new LinkedHashMap<String, Supplier<Deed>>();
    deeds.put("begins a conversation", this::begins);
    deeds.put("asks", () -> asks("application/json"));
    deeds.put("asks and reads along", () -> asks("text/event-stream"));
    deeds.put("takes an answer up again", this::resumes);
    deeds.put("refreshes", this::refreshes);
    deeds.put("rates an answer", this::rates);
    deeds.put("deletes a conversation", this::deletes);
    return deeds;
  }

  private Deed registers() {
    var email = UUID.randomUUID() + "@example.com";
    return new Deed(
        201,
        409,
        () -> server.client().post("/auth/register", credentials(email)),
        _ -> server.client().signIn(email, Client.PASSWORD));
  }

  private Deed signsIn() {
    return new Deed(
        200,
        () -> server.client().post("/auth/login", credentials(String.valueOf(member.email()))),
        told -> member.withToken(told.text("access_token")).get("/account").expect(200));
  }

  private Deed begins() {
    var title = UUID.randomUUID().toString();
    return new Deed(
        201,
        () -> once("/conversations", "{\"title\":\"%s\"}".formatted(title), title, "*/*"),
        told ->
            assertThat(list("/conversations?q=" + title))
                .extracting(conversation -> conversation.get("id").stringValue())
                .containsExactly(told.text("id")));
  }

  private Deed asks(String accepting) {
    var messages = "/conversations/%s/messages".formatted(member.conversation());
    var body = "{\"content\":\"Hello\",\"model\":\"say-3-0\"}";
    return new Deed(
        200,
        502,
        () -> once(messages, body, messages, accepting),
        told -> {
          var interrupted = told.raw().contains("\"interrupted\"");
          assertThat(list(messages))
              .extracting(message -> message.get("content").stringValue())
              .containsExactly("Hello", interrupted ? "" : "w0 w1 w2 ");
        });
  }

  private Deed resumes() {
    var stream = "/messages/%s/stream?after=3".formatted(answered("id"));
    return new Deed(
        200,
        () -> member.get(stream),
        told ->
            assertThat(told.raw()).contains("{\"text\":\"w1 w2 \"}", "event: message.completed"));
  }

  private Deed refreshes() {
    var spent = Map.of("refresh_token", String.valueOf(member.refreshToken()));
    return new Deed(
        200,
        () -> server.client().post("/auth/refresh", spent),
        told -> {
          var next = told.text("refresh_token");
          member = new Client(member.address(), member.email(), told.text("access_token"), next);
          member.get("/account").expect(200);
          var again = server.client().post("/auth/refresh", spent).expect(200);
          assertThat(again.text("refresh_token")).as("the successor").isEqualTo(next);
        });
  }

  private Deed rates() {
    var feedback = "/messages/%s/feedback".formatted(answered("id"));
    return new Deed(
        204,
        () -> member.send("PUT", feedback, "{\"rating\":\"up\"}", Map.of()),
        _ -> member.send("PUT", feedback, "{\"rating\":\"down\"}", Map.of()).expect(204));
  }

  private Deed deletes() {
    var conversation = "/conversations/" + answered("conversation_id");
    return new Deed(
        204,
        404,
        () -> member.delete(conversation),
        _ -> {
          for (var gone : List.of(conversation, conversation + "/messages")) {
            member.get(gone).expectProblem(404, "not_found");
          }
        });
  }

  private Deed leaves() {
    var leaver = server.member();
    leaver.ask(leaver.conversation(), "say-1-0", "Hello").expect(200);
    var password = "{\"password\":\"%s\"}".formatted(Client.PASSWORD);
    return new Deed(
        200,
        401,
        () -> leaver.send("DELETE", "/account", password, Map.of()),
        _ -> {
          leaver.get("/account").expect(401);
          var login = credentials(String.valueOf(leaver.email()));
          server.client().post("/auth/login", login).expectProblem(401, "invalid_credentials");
        });
  }

  private Response once(String path, String body, String key, String accepting) {
    return member.send("POST", path, body, Map.of("Idempotency-Key", key, "Accept", accepting));
  }

  /// A field of an answer that was given before.
  private String answered(String field) {
    var answer = member.ask(member.conversation(), "say-3-0", "Hello").expect(200).body();
    return answer.at("/message/" + field).stringValue();
  }

  private Iterable<JsonNode> list(String path) {
    return member.get(path).expect(200).body().get("data");
  }

  private static String credentials(String email) {
    return "{'email':'%s','password':'%s'}".formatted(email, Client.PASSWORD);
  }
}
