package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewConversationHttpTest {

  private static final Client MEMBER = TestServer.shared().member();

  @Test
  void needsNothingButAnEmptyObject() {
    var conversation = MEMBER.post("/conversations", "{}").expect(201).body();
    assertThat(conversation.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "title",
            "model",
            "developer_message",
            "archived",
            "created_at",
            "updated_at",
            "message_count");
    assertThat(conversation.get("id").stringValue()).matches("conv_[0-9a-z]{26}");
    assertThat(conversation.get("title").isNull()).isTrue();
    assertThat(conversation.get("model").stringValue()).isEqualTo("say-3-0");
    assertThat(conversation.get("developer_message").isNull()).isTrue();
    assertThat(conversation.get("archived").booleanValue()).isFalse();
    assertThat(conversation.get("message_count").intValue()).isZero();
    var created = Instant.parse(conversation.get("created_at").stringValue());
    assertThat(created).isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    assertThat(conversation.get("updated_at")).isEqualTo(conversation.get("created_at"));
  }

  @Test
  void takesAllThatCanBeSaid() {
    var conversation =
        MEMBER
            .post(
                "/conversations",
                Map.of(
                    "title", "Über \"Katzen\" 😀",
                    "model", "say-1-0",
                    "developer_message", "Be brief.\n\t<b>Always.</b>"))
            .expect(201)
            .body();
    assertThat(conversation.get("title").stringValue()).isEqualTo("Über \"Katzen\" 😀");
    assertThat(conversation.get("model").stringValue()).isEqualTo("say-1-0");
    assertThat(conversation.get("developer_message").stringValue())
        .isEqualTo("Be brief.\n\t<b>Always.</b>");
  }

  @Test
  void isThereAfterwardsAsItWasMade() {
    var made = MEMBER.post("/conversations", "{'title':'Kept'}").expect(201);
    assertThat(MEMBER.get("/conversations/" + made.text("id")).expect(200).raw())
        .isEqualTo(made.raw());
  }

  @Test
  void takesNullForNothing() {
    var conversation =
        MEMBER
            .post("/conversations", "{'title':null,'model':null,'developer_message':null}")
            .expect(201)
            .body();
    assertThat(conversation.get("title").isNull()).isTrue();
    assertThat(conversation.get("model").stringValue()).isEqualTo("say-3-0");
    assertThat(conversation.get("developer_message").isNull()).isTrue();
  }

  @Test
  void takesBlankTextForNothing() {
    var conversation =
        MEMBER.post("/conversations", "{'title':' ','developer_message':''}").expect(201).body();
    assertThat(conversation.get("title").isNull()).isTrue();
    assertThat(conversation.get("developer_message").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "😀"})
  void takesATitleOf200Characters(String character) {
    var title = character.repeat(200);
    var made = MEMBER.post("/conversations", Map.of("title", title)).expect(201);
    assertThat(made.text("title")).isEqualTo(title);
    MEMBER.post("/conversations", Map.of("title", title + character)).expectInvalid("title");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "😀"})
  void takesADeveloperMessageOf10000Characters(String character) {
    var text = character.repeat(10_000);
    var made = MEMBER.post("/conversations", Map.of("developer_message", text)).expect(201);
    assertThat(made.text("developer_message")).isEqualTo(text);
    MEMBER
        .post("/conversations", Map.of("developer_message", text + character))
        .expectInvalid("developer_message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_id", "id", "created_at", "message_count", "archived", "Title"})
  void refusesAFieldThatItDoesNotKnow(String field) {
    MEMBER.post("/conversations", "{'%s':'x'}".formatted(field)).expectInvalid(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "model", "developer_message"})
  void refusesWhatIsNoString(String field) {
    for (var value : new String[] {"7", "1.5", "true", "['x']", "{'x':'y'}"}) {
      MEMBER.post("/conversations", "{'%s':%s}".formatted(field, value)).expectInvalid(field);
    }
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    MEMBER
        .post(
            "/conversations",
            Map.of("title", "x".repeat(201), "developer_message", "x".repeat(10_001), "model", " "))
        .expectInvalid("title", "developer_message", "model");
  }
}
