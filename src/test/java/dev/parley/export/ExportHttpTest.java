package dev.parley.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExportHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  private final Client member = SERVER.member();

  @Test
  void isADocumentToKeep() {
    var export = member.get("/account/export").expect(200);

    assertThat(export.header("Content-Type")).isEqualTo("application/json");
    assertThat(export.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"parley-export.json\"");
    assertThat(export.text("format")).isEqualTo("parley-export");
    assertThat(export.body().get("version").intValue()).isEqualTo(1);
    assertThat(Instant.parse(export.text("exported_at"))).isBeforeOrEqualTo(Instant.now());
    assertThat(export.body().get("conversations")).isEmpty();
  }

  @Test
  void holdsTheAccountItsSessionsAndItsTokens() {
    var made = member.post("/account/tokens", "{'name':'Notes'}").expect(201);
    var export = member.get("/account/export").expect(200);

    assertThat(export.body().get("account")).isEqualTo(member.get("/account").body());
    assertThat(export.body().get("sessions")).hasSize(1);
    assertThat(export.body().get("access_tokens")).containsExactly(made.bodyWithout("token"));
    assertThat(export.raw())
        .doesNotContain(made.text("token").substring(30))
        .doesNotContain(String.valueOf(member.refreshToken()))
        .doesNotContain("hash");
  }

  @Test
  void holdsConversationsWithAllTheirBranches() {
    var id =
        member
            .post("/conversations", Map.of("title", "Colours", "developer_message", "Be brief."))
            .expect(201)
            .text("id");
    var asked = member.ask(id, "say-2-0", "Why?").expect(200).body();
    var answer = asked.at("/message/id").stringValue();
    var again = member.post("/messages/" + answer + "/regenerate", "{}").expect(200).body();
    member.send("PUT", "/messages/" + answer + "/feedback", "{\"rating\":\"up\"}", Map.of());
    member.patch("/conversations/" + id, "{'archived':true}").expect(200);

    var exported = member.get("/account/export").expect(200).body().get("conversations");

    assertThat(exported).hasSize(1);
    var conversation = exported.get(0);
    assertThat(conversation.get("id").stringValue()).isEqualTo(id);
    assertThat(conversation.get("kind").stringValue()).isEqualTo("chat");
    assertThat(conversation.get("developer_message").stringValue()).isEqualTo("Be brief.");
    assertThat(conversation.get("archived").booleanValue()).isTrue();
    assertThat(conversation.get("last_message_id")).isEqualTo(again.at("/message/id"));
    var messages = conversation.get("messages");
    assertThat(texts(messages, "role")).containsExactly("user", "assistant", "assistant");
    assertThat(messages.get(1).get("parent_id")).isEqualTo(messages.get(0).get("id"));
    assertThat(messages.get(2).get("parent_id")).isEqualTo(messages.get(0).get("id"));
    assertThat(messages.get(1).get("content")).isEqualTo(asked.at("/message/content"));
    assertThat(messages.get(1).get("usage")).isEqualTo(asked.at("/message/usage"));
    assertThat(messages.get(1).at("/feedback/rating").stringValue()).isEqualTo("up");
    assertThat(messages.get(2).get("feedback").isNull()).isTrue();
  }

  @Test
  void holdsFailuresAndTheThreadOfQuestions() {
    member.post("/openai/question", Map.of("question", "Why?", "model", "rst-3")).expect(502);

    var exported = member.get("/account/export").expect(200).body().get("conversations").get(0);
    assertThat(exported.get("kind").stringValue()).isEqualTo("questions");
    var answer = exported.get("messages").get(1);
    assertThat(answer.get("status").stringValue()).isEqualTo("failed");
    assertThat(answer.at("/error/code").stringValue()).isEqualTo("model_protocol_error");
  }

  @Test
  void holdsNothingOfOthers() {
    var other = SERVER.member();
    other.ask(other.conversation(), "say-1-0", "Mine alone").expect(200);
    assertThat(member.get("/account/export").expect(200).raw()).doesNotContain("Mine alone");
  }

  @Test
  void sendsNoBodyWhereNoneIsAskedFor() {
    var head = member.send("HEAD", "/account/export", null, Map.of()).expect(200);
    assertThat(head.raw()).isEmpty();
    assertThat(head.header("Content-Disposition")).startsWith("attachment");
  }

  @Test
  void isLimited() {
    try (var server = TestServer.start("--PARLEY_LIMIT_ACCOUNT_EXPORTS=1/1h")) {
      var owner = server.member();
      owner.get("/account/export").expect(200);
      owner.get("/account/export").expectProblem(429, "rate_limited");
      server.member().get("/account/export").expect(200);
    }
  }

  private static List<String> texts(JsonNode rows, String field) {
    return rows.valueStream().map(row -> row.get(field).stringValue()).toList();
  }
}
