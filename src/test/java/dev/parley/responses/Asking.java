package dev.parley.responses;

import dev.parley.testing.Client;
import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A member who asks for responses.
record Asking(TestServer server, Client member) {

  static final String PATH = "/v1/responses";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static Asking of(TestServer server) {
    return new Asking(server, server.member());
  }

  /// Asks for a whole response.
  ///
  /// @param more members of the request, name and value by turns
  Response send(String model, Object... more) {
    return member.post(PATH, request(model, more));
  }

  JsonNode ask(String model, Object... more) {
    return send(model, more).expect(200).body();
  }

  /// Asks for a stream.
  EventStream open(String model, Object... more) {
    var request = request(model, more);
    request.put("stream", true);
    return EventStream.post(server.uri(PATH), member.headers(), JSON.writeValueAsString(request));
  }

  List<JsonNode> stream(String model, Object... more) throws InterruptedException {
    try (var stream = open(model, more)) {
      return read(stream);
    }
  }

  /// Reads a response again, from behind an event on.
  List<JsonNode> readAfter(String id, int last) throws InterruptedException {
    try (var stream = reopen(id, last)) {
      return read(stream);
    }
  }

  EventStream reopen(String id, int last) {
    var path = "%s/%s?stream=true&starting_after=%d".formatted(PATH, id, last);
    return EventStream.get(server.uri(path), member.headers());
  }

  JsonNode get(String id) {
    return member.get(PATH + "/" + id).expect(200).body();
  }

  static List<JsonNode> read(EventStream stream) throws InterruptedException {
    return stream.readToEnd(PATIENCE).stream().map(Asking::data).toList();
  }

  static JsonNode next(EventStream stream) throws InterruptedException {
    return data(stream.next(PATIENCE));
  }

  private static JsonNode data(Event event) {
    return JSON.readTree(event.data());
  }

  static String text(JsonNode response) {
    return response.at("/output/0/content/0/text").asString();
  }

  /// What a model that echoes was told: the role and the text of each message.
  static List<String> told(JsonNode response) {
    return JSON.readTree(text(response))
        .valueStream()
        .map(m -> m.get("role").stringValue() + ": " + m.get("content").stringValue())
        .toList();
  }

  static Map<String, String> said(String role, String content) {
    return Map.of("role", role, "content", content);
  }

  private static Map<String, Object> request(String model, Object... more) {
    var request = new TreeMap<String, Object>();
    request.put("model", model);
    request.put("input", "Hello");
    for (var at = 0; at < more.length; at += 2) {
      request.put(more[at].toString(), more[at + 1]);
    }
    return request;
  }
}
