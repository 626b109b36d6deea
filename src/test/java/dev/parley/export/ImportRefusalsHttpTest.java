package dev.parley.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that are not taken: nothing of them is.
class ImportRefusalsHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  private final Client member = SERVER.member();

  @AfterEach
  void takesNothing() {
    assertThat(member.get("/conversations").expect(200).body().get("data")).isEmpty();
    assertThat(member.get("/account/export").expect(200).body().get("conversations")).isEmpty();
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        wrong("format", document -> document.root().put("format", "other")),
        wrong("version", document -> document.root().put("version", 2)),
        wrong("version", document -> document.root().putNull("version")),
        wrong("conversations", document -> document.root().put("conversations", "none")),
        wrong("conversations", document -> document.root().remove("conversations")),
        wrong("conversations[0].owner_id", document -> document.first().put("owner_id", "user_1")),
        wrong("conversations[0].user_id", document -> document.first().put("user_id", "user_1")),
        wrong("conversations[0].kind", document -> document.first().put("kind", "other")),
        wrong("conversations[0].title", document -> document.first().put("title", 5)),
        wrong("conversations[0].title", document -> document.first().put("title", "x".repeat(201))),
        wrong("conversations[0].model", document -> document.first().remove("model")),
        wrong("conversations[0].archived", document -> document.first().put("archived", "yes")),
        wrong("conversations[0].activity", document -> document.first().put("activity", -1)),
        wrong(
            "conversations[0].activity",
            document -> document.first().put("activity", Long.MAX_VALUE)),
        wrong("conversations[0].created_at", document -> document.first().put("created_at", "now")),
        wrong(
            "conversations[0].last_message_id",
            document -> document.first().put("last_message_id", "other")),
        wrong(
            "conversations[0].messages[0]",
            document -> document.first().withArray("messages").set(0, 5)),
        wrong(
            "conversations[0].messages[1].role",
            document -> document.message(1).put("role", "system")),
        wrong(
            "conversations[0].messages[0].content",
            document -> document.message(0).put("content", " ")),
        wrong(
            "conversations[0].messages[0].content",
            document -> document.message(0).put("content", "x".repeat(10_001))),
        wrong(
            "conversations[0].messages[0].status",
            document -> document.message(0).put("status", "failed")),
        wrong(
            "conversations[0].messages[0].tokens",
            document -> document.message(0).put("tokens", 1)),
        wrong(
            "conversations[0].messages[0].parent_id",
            document -> document.message(0).put("parent_id", "a")),
        wrong("conversations[0].messages[1].id", document -> document.message(1).put("id", "q")),
        wrong(
            "conversations[0].messages[1].parent_id",
            document -> document.message(1).putNull("parent_id")),
        wrong(
            "conversations[0].messages[1].function_calls[0].name",
            document ->
                document
                    .message(1)
                    .putArray("function_calls")
                    .addObject()
                    .put("call_id", "c")
                    .put("arguments", "{}")),
        wrong(
            "conversations[0].messages[1].response",
            document -> document.message(1).putObject("response").put("place", "elsewhere")),
        wrong(
            "conversations[0].messages[1].response.inputs",
            document ->
                document
                    .message(1)
                    .putObject("response")
                    .put("place", "began")
                    .put("background", false)
                    .put("inputs", 0)),
        wrong(
            "conversations[0].messages[1].usage",
            document -> document.message(1).putObject("usage")),
        wrong(
            "conversations[0].messages[1].usage.cost",
            document -> document.message(1).putObject("usage").put("cost", 1)),
        wrong(
            "conversations[0].messages[1].error.code",
            document ->
                document
                    .message(1)
                    .put("status", "failed")
                    .putObject("error")
                    .put("code", "Drop!")
                    .put("detail", "Tables")));
  }

  private static Arguments wrong(String field, Consumer<Document> change) {
    var document = Document.ofOne();
    change.accept(document);
    return argumentSet(field, field, document);
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void namesWhatItCannotAccept(String field, Document document) {
    take(document.toString()).expectInvalid(field);
  }

  @Test
  void namesWhatIsWrongAfterManyThatWereRight() {
    var document = new Document();
    for (var n = 0; n < 500; n++) {
      document.conversation("right").question("q", null, "Why?").answer("a", "q", "Because.");
    }
    document.conversation("wrong").question("q", "unknown", "Why?");
    take(document.toString()).expectInvalid("conversations[500].messages[0].parent_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{} {}",
        "{\"format\":\"parley-export\",\"version\":1,\"conversations\":[{\"id\":\"c\"",
        "{\"format\":\"parley-export\",\"format\":\"parley-export\"}",
        "{\"conversations\":[{\"id\":\"a\",\"id\":\"a\"}]}",
        "{\"conversations\":[{\"title\":\"\\ud800\"}]}",
        "{\"conversations\":[],\"conversations\":[]}",
        "not JSON"
      })
  void saysThatItCannotRead(String document) {
    take(document).expectProblem(400, "malformed_request");
  }

  @Test
  void readsNothingButUtf8() {
    var body = Document.ofOne().toString().replace("Why?", "Für?");
    for (var charset : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16}) {
      member
          .sendBody(
              "POST",
              "/account/import",
              BodyPublishers.ofByteArray(body.getBytes(charset)),
              Map.of("Content-Type", "application/json"))
          .expectProblem(400, "malformed_request");
    }
  }

  @Test
  void refusesTooDeepADocument() {
    take("{\"other\":" + "[".repeat(100_000)).expectProblem(400, "malformed_request");
  }

  @Test
  void refusesAnotherType() {
    member
        .sendBody(
            "POST",
            "/account/import",
            BodyPublishers.ofString("{}"),
            Map.of("Content-Type", "text/plain"))
        .expect(415);
  }

  @Test
  void refusesWhatIsLargerThanTheSettingsSay() {
    try (var server =
        TestServer.start("--parley.import.max-body=1KB", "--parley.web.max-body=400B")) {
      var owner = server.member();
      var body = Document.ofOne().toString();
      var large = "{\"other\":\"" + "x".repeat(1_024) + "\"}";
      owner.send("POST", "/account/import", body, Map.of()).expect(201);
      owner.send("POST", "/account/import", large, Map.of()).expectProblem(413, "too_large");
      owner
          .sendBody(
              "POST",
              "/account/import",
              BodyPublishers.fromPublisher(BodyPublishers.ofString(large)),
              Map.of("Content-Type", "application/json"))
          .expectProblem(413, "too_large");
    }
  }

  @Test
  void isLimited() {
    try (var server = TestServer.start("--PARLEY_LIMIT_ACCOUNT_IMPORTS=1/1h")) {
      var owner = server.member();
      owner.send("POST", "/account/import", Document.ofOne().toString(), Map.of()).expect(201);
      owner
          .send("POST", "/account/import", Document.ofOne().toString(), Map.of())
          .expectProblem(429, "rate_limited");
    }
  }

  private Response take(String document) {
    return member.send("POST", "/account/import", document, Map.of());
  }
}
