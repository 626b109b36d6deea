package dev.parley.conversation;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A conversation that a test has over HTTP.
///
/// @param id the conversation's
record Talk(Client member, String id) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String QUICK = "say-1-0";

  /// A question and its answer, as they came back.
  record Exchange(JsonNode question, JsonNode answer, JsonNode context) {

    static Exchange of(Response response) {
      var body = response.expect(200).body();
      return new Exchange(body.get("user_message"), body.get("message"), body.get("context"));
    }

    String questionId() {
      return question.get("id").stringValue();
    }

    String answerId() {
      return answer.get("id").stringValue();
    }

    String answerText() {
      return answer.get("content").stringValue();
    }
  }

  /// A new conversation of a new account.
  static Talk start(TestServer server) {
    return start(server.member());
  }

  static Talk start(Client member) {
    return start(member, Map.of());
  }

  static Talk start(Client member, Map<String, String> fields) {
    return new Talk(member, member.post("/conversations", fields).expect(201).text("id"));
  }

  /// Asks at the end of the branch last used.
  Exchange ask(String content) {
    return Exchange.of(send(Map.of("content", content, "model", QUICK)));
  }

  /// Asks a model that answers with all that it was told.
  Exchange askEcho(String content) {
    return Exchange.of(send(Map.of("content", content, "model", "echo")));
  }

  /// Asks after an answer, wherever it stands.
  Exchange askAfter(String answerId, String content) {
    return Exchange.of(send(Map.of("content", content, "model", QUICK, "parent_id", answerId)));
  }

  /// Asks a first question, beside the ones that there are.
  Exchange askFirst(String content) {
    return Exchange.of(
        post("{'content':'%s','model':'%s','parent_id':null}".formatted(content, QUICK)));
  }

  Exchange regenerate(String messageId) {
    return Exchange.of(
        member.post("/messages/%s/regenerate".formatted(messageId), Map.of("model", QUICK)));
  }

  Response send(Map<String, ?> fields) {
    return member.post(path("/messages"), fields);
  }

  /// Sends JSON, in which single quotes stand for double ones.
  Response post(String body) {
    return member.post(path("/messages"), body);
  }

  JsonNode conversation() {
    return member.get(path("")).expect(200).body();
  }

  /// The messages of the branch last used, as many as come on one page.
  List<JsonNode> branch() {
    return data("/messages?limit=100");
  }

  /// The messages of all branches, as many as come on one page.
  List<JsonNode> all() {
    return data("/messages?limit=100&branch=all");
  }

  /// What the branch last used says, line by line.
  List<String> lines() {
    return contents(branch());
  }

  /// What a model that echoes was told: the role and the text of each message.
  static List<String> told(Exchange echoed) {
    return JSON.readTree(echoed.answerText())
        .valueStream()
        .map(m -> m.get("role").stringValue() + ": " + m.get("content").stringValue())
        .toList();
  }

  static List<String> contents(List<JsonNode> messages) {
    return messages.stream().map(message -> message.get("content").stringValue()).toList();
  }

  static List<String> ids(List<JsonNode> rows) {
    return rows.stream().map(row -> row.get("id").stringValue()).toList();
  }

  String path(String rest) {
    return "/conversations/" + id + rest;
  }

  private List<JsonNode> data(String rest) {
    return member.get(path(rest)).expect(200).body().get("data").valueStream().toList();
  }
}
