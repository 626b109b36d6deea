package dev.parley.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  private final Client member = SERVER.member();

  @Test
  void makesConversationsOfTheCaller() {
    var receipt = take(Document.ofOne()).body();

    assertThat(receipt.at("/imported/conversations").intValue()).isEqualTo(1);
    assertThat(receipt.at("/imported/messages").intValue()).isEqualTo(2);
    var conversation = conversations().get(0);
    assertThat(conversation.get("title").stringValue()).isEqualTo("Colours");
    assertThat(conversation.get("message_count").intValue()).isEqualTo(2);
    assertThat(conversation.get("created_at").stringValue()).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(contents(conversation)).containsExactly("Why?", "Because.");
    assertThat(SERVER.member().get("/conversations").body().get("data")).isEmpty();
  }

  @Test
  void givesNewIds() {
    var document = Document.ofOne();
    document.first().put("id", "conv_00000000000000000000000000");
    take(document);
    take(document);

    assertThat(conversations())
        .extracting(conversation -> conversation.get("id").stringValue())
        .doesNotHaveDuplicates()
        .hasSize(2)
        .allMatch(id -> id.matches("conv_[0-9a-z]{26}") && !id.endsWith("0000000000000000"));
  }

  @Test
  void goesOnWhereItEnded() {
    take(Document.ofOne());
    var conversation = conversations().get(0).get("id").stringValue();
    var asked = member.ask(conversation, "echo", "And then?").expect(200);

    assertThat(asked.body().at("/message/content").stringValue()).contains("Because.");
    assertThat(asked.body().at("/context/messages").intValue()).isEqualTo(2);
  }

  @Test
  void findsWhatCameIn() {
    take(Document.ofOne());
    assertThat(member.get("/conversations?q=because").expect(200).body().get("data")).hasSize(1);
  }

  @Test
  void keepsTheOrderOfActivity() {
    var document = new Document();
    document.conversation("second").fields().put("activity", 2);
    document.conversation("third").fields().put("activity", 3);
    document.conversation("first").fields().put("activity", 1);
    member.post("/conversations", Map.of("title", "before")).expect(201);
    take(document);
    member.post("/conversations", Map.of("title", "after")).expect(201);

    assertThat(conversations())
        .extracting(conversation -> conversation.get("title").stringValue())
        .containsExactly("after", "third", "second", "first", "before");
  }

  @Test
  void believesNoTimeToCome() {
    var document = Document.ofOne();
    document
        .first()
        .put("created_at", "2999-01-01T00:00:00Z")
        .put("updated_at", "2999-01-01T00:00:00Z");
    document.message(0).put("created_at", "2999-01-01T00:00:00Z");
    take(document);

    var conversation = conversations().get(0);
    assertThat(Instant.parse(conversation.get("created_at").stringValue())).isBefore(Instant.now());
    assertThat(Instant.parse(conversation.get("updated_at").stringValue())).isBefore(Instant.now());
  }

  @Test
  void asksTheDefaultModelWhereTheOldOneMayNotBeAsked() {
    try (var server = TestServer.start("--parley.model.allowed=say-9-0")) {
      var owner = server.member();
      var document = Document.ofOne();
      document.first().put("model", "gpt-unheard-of");
      owner.send("POST", "/account/import", document.toString(), Map.of()).expect(201);

      assertThat(owner.get("/conversations").body().at("/data/0/model").stringValue())
          .isEqualTo("say-3-0");
    }
  }

  @Test
  void cleansTextsAsIfTheyWereTyped() {
    var document = Document.ofOne();
    document.first().put("title", "Col\u0007ours");
    document.message(0).put("content", "Why\u0000?\u202e <b>'x'</b>\r\n");
    document.message(1).put("content", "Be\u001bcause");
    take(document);

    var conversation = conversations().get(0);
    assertThat(conversation.get("title").stringValue()).isEqualTo("Colours");
    assertThat(contents(conversation)).containsExactly("Why? <b>'x'</b>\n", "Because");
  }

  @Test
  void takesFieldsInAnyOrder() {
    var document =
        """
        {"conversations":[{"messages":[{"status":"completed","role":"user","content":"Why?",
        "created_at":"2026-01-01T00:00:00Z","id":"q"}],"updated_at":"2026-01-01T00:00:00Z",
        "model":"say-3-0","created_at":"2026-01-01T00:00:00Z","kind":"chat"}],
        "sessions":[{"id":{"deep":[1,2,{"a":1,"a":2}]}}],"version":1,"other":"ignored",
        "format":"parley-export"}
        """;
    member.post("/account/import", document).expect(201);
    assertThat(contents(conversations().get(0))).containsExactly("Why?");
  }

  @Test
  void makesOneThreadOfQuestionsAndConversationsOfOthers() {
    var document = new Document();
    document.conversation("one").with("kind", "questions");
    document.conversation("two").with("kind", "questions");
    take(document);
    take(document);

    assertThat(Exported.conversations(member))
        .extracting(conversation -> conversation.get("kind").stringValue())
        .containsExactly("questions", "chat", "chat", "chat");
  }

  @Test
  void leavesRatingsOut() {
    var document = Document.ofOne();
    document
        .message(1)
        .putObject("feedback")
        .put("rating", "down")
        .put("created_at", "2026-01-01T00:00:00Z");

    assertThat(take(document).body().at("/left_out/feedback").intValue()).isEqualTo(1);
    assertThat(
            member
                .get("/account/export")
                .body()
                .at("/conversations/0/messages/1/feedback")
                .isNull())
        .isTrue();
  }

  @Test
  void takesADocumentOnceByItsKey() {
    var body = Document.ofOne().toString();
    var first = member.send("POST", "/account/import", body, Document.key("one")).expect(201);
    var second = member.send("POST", "/account/import", body, Document.key("one")).expect(201);
    var other = new Document().toString();

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(conversations()).hasSize(1);
    member
        .send("POST", "/account/import", other, Document.key("one"))
        .expectProblem(422, "idempotency_key_reused");
  }

  private Response take(Document document) {
    return member.send("POST", "/account/import", document.toString(), Map.of()).expect(201);
  }

  private List<JsonNode> conversations() {
    return member
        .get("/conversations?limit=100")
        .expect(200)
        .body()
        .get("data")
        .valueStream()
        .toList();
  }

  private List<String> contents(JsonNode conversation) {
    var path = "/conversations/%s/messages".formatted(conversation.get("id").stringValue());
    return member.get(path).expect(200).contents();
  }
}
