package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@Contract
class ConversationChangeHttpTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Client MEMBER = TestServer.shared().member();

  private final Talk talk =
      Talk.start(MEMBER, Map.of("title", "Before", "model", "echo", "developer_message", "Brief."));

  @Test
  void changesWhatIsGivenAndLeavesTheRest() {
    var before = MEMBER.get(talk.path("")).expect(200);
    var changed = change("{'title':'After'}").expect(200);
    assertThat(changed.text("title")).isEqualTo("After");
    assertThat(changed.bodyWithout("title", "updated_at"))
        .isEqualTo(before.bodyWithout("title", "updated_at"));
    assertThat(talk.conversation()).isEqualTo(changed.body());
  }

  @Test
  void changesAllAtOnce() {
    var changed =
        change("{'title':'A','model':'say-1-0','developer_message':'B','archived':true}")
            .expect(200)
            .body();
    assertThat(changed.get("title").stringValue()).isEqualTo("A");
    assertThat(changed.get("model").stringValue()).isEqualTo("say-1-0");
    assertThat(changed.get("developer_message").stringValue()).isEqualTo("B");
    assertThat(changed.get("archived").booleanValue()).isTrue();
    assertThat(talk.conversation()).isEqualTo(changed);
  }

  @Test
  void leavesAllThatIsNotGiven() {
    var before = talk.conversation();
    var changed = change("{}").expect(200).body();
    for (var field : new String[] {"title", "model", "developer_message", "archived"}) {
      assertThat(changed.get(field)).isEqualTo(before.get(field));
    }
  }

  @Test
  void takesTextsAwayByNull() {
    var changed = change("{'title':null,'developer_message':null}").expect(200).body();
    assertThat(changed.get("title").isNull()).isTrue();
    assertThat(changed.get("developer_message").isNull()).isTrue();
    assertThat(talk.conversation()).isEqualTo(changed);
  }

  @Test
  void takesBlankTextForNothing() {
    var changed = change("{'title':'','developer_message':' '}").expect(200).body();
    assertThat(changed.get("title").isNull()).isTrue();
    assertThat(changed.get("developer_message").isNull()).isTrue();
  }

  @Test
  void putsIntoTheArchiveAndTakesOutAgain() {
    assertThat(change("{'archived':true}").body().get("archived").booleanValue()).isTrue();
    assertThat(change("{'title':'x'}").body().get("archived").booleanValue()).isTrue();
    assertThat(change("{'archived':false}").body().get("archived").booleanValue()).isFalse();
  }

  @Test
  void notesWhenItWasChanged() {
    var before = Instant.parse(talk.conversation().get("updated_at").stringValue());
    var changed = change("{'title':'x'}").body();
    assertThat(Instant.parse(changed.get("updated_at").stringValue()))
        .isBetween(before, Instant.now());
    assertThat(changed.get("created_at")).isEqualTo(talk.conversation().get("created_at"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title|7",
        "title|true",
        "title|['x']",
        "title|{}",
        "model|7",
        "model|''",
        "model|['x']",
        "developer_message|7",
        "developer_message|[]",
        "archived|'true'",
        "archived|1",
        "archived|[true]"
      })
  void refusesValuesOfAnotherType(String field, String value) {
    var before = talk.conversation();
    change("{'%s':%s}".formatted(field, value)).expectInvalid(field);
    assertThat(talk.conversation()).isEqualTo(before);
  }

  @Test
  void refusesTextsThatAreTooLong() {
    send(Map.of("title", "😀".repeat(200))).expect(200);
    send(Map.of("title", "x".repeat(201), "developer_message", "x".repeat(10_001)))
        .expectInvalid("title", "developer_message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "user_id", "created_at", "updated_at", "message_count", "branch"})
  void refusesAFieldThatCannotBeChanged(String field) {
    var before = talk.conversation();
    change("{'title':'x','%s':'y'}".formatted(field)).expectInvalid(field);
    assertThat(talk.conversation()).isEqualTo(before);
  }

  @Test
  void changesNothingWhereSomethingIsWrong() {
    var before = talk.conversation();
    send(Map.of("title", "After", "developer_message", "x".repeat(10_001)))
        .expectInvalid("developer_message");
    assertThat(talk.conversation()).isEqualTo(before);
  }

  @Test
  void findsNoneWhereThereIsNone() {
    MEMBER.patch("/conversations/conv_none", "{'title':'x'}").expectProblem(404, "not_found");
    MEMBER.get("/conversations/conv_none").expectProblem(404, "not_found");
  }

  private Response change(String body) {
    return MEMBER.patch(talk.path(""), body);
  }

  private Response send(Map<String, String> fields) {
    return MEMBER.send("PATCH", talk.path(""), JSON.writeValueAsString(fields), Map.of());
  }
}
