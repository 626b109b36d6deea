package dev.parley.responses;

import static dev.parley.responses.Asking.said;
import static dev.parley.responses.Asking.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Conversations as OpenAI's clients have them.
@Contract
class ConversationsHttpTest {

  private static final String PATH = "/v1/conversations";

  private final Asking asking = Asking.of(TestServer.shared());
  private final Client member = asking.member();

  @Test
  void areMadeReadChangedAndDeleted() {
    var made = member.post(PATH, Map.of("metadata", Map.of("a", "b"))).expect(200).body();
    assertThat(made.get("object").stringValue()).isEqualTo("conversation");
    var path = PATH + "/" + id(made);
    assertThat(member.get(path).expect(200).body()).isEqualTo(made);
    var changed = member.post(path, Map.of("metadata", Map.of("c", "d"))).expect(200).body();
    assertThat(changed.get("metadata").propertyNames()).containsExactly("c");
    member.post(path, "{}").expectError(422, "invalid_value");
    assertThat(member.get(path).expect(200).body()).isEqualTo(changed);
    var cleared = member.post(path, "{'metadata':null}").expect(200).body();
    assertThat(cleared.get("metadata").isEmpty()).isTrue();
    assertThat(member.get("/conversations/" + id(made)).expect(200).text("id")).isEqualTo(id(made));
    assertThat(member.delete(path).expect(200).text("object")).isEqualTo("conversation.deleted");
    member.get(path).expectError(404, "not_found");
    member.get("/conversations/" + id(made)).expectProblem(404, "not_found");
  }

  @Test
  void beginWithWhatWasSaid() {
    var items = List.of(said("developer", "Be kind."), said("user", "I am Ada."));
    var made = member.post(PATH, Map.of("items", items)).expect(200).body();
    var answer = asking.ask("echo", "conversation", id(made), "input", "Who am I?");
    assertThat(told(answer))
        .containsExactly("system: Be kind.", "user: I am Ada.", "user: Who am I?");
    assertThat(texts(list(made, "?order=asc")).subList(0, 2))
        .containsExactly("I am Ada.", "Who am I?");
    assertThat(member.get("/conversations/" + id(made)).expect(200).text("title"))
        .isEqualTo("I am Ada.");
  }

  @Test
  void listTheirItemsPageByPage() {
    var made = member.post(PATH, "{}").expect(200).body();
    var path = PATH + "/" + id(made) + "/items";
    for (var text : List.of("One", "Two", "Three")) {
      member.post(path, Map.of("items", List.of(said("user", text)))).expect(200);
    }
    assertThat(texts(list(made, ""))).containsExactly("Three", "Two", "One");
    var page = list(made, "?order=asc&limit=2");
    assertThat(texts(page)).containsExactly("One", "Two");
    assertThat(page.get("has_more").booleanValue()).isTrue();
    var rest = list(made, "?order=asc&after=" + page.get("last_id").stringValue());
    assertThat(texts(rest)).containsExactly("Three");
    assertThat(rest.get("has_more").booleanValue()).isFalse();
    assertThat(texts(list(made, "?after=" + rest.get("first_id").stringValue())))
        .containsExactly("Two", "One");
  }

  @Test
  void giveAndDeleteSingleItems() {
    var made = member.post(PATH, "{}").expect(200).body();
    var path = PATH + "/" + id(made) + "/items";
    var items = List.of(said("user", "One"), said("assistant", "Two"));
    var added = member.post(path, Map.of("items", items)).expect(200).body();
    var first = path + "/" + added.get("first_id").stringValue();
    assertThat(member.get(first).expect(200).body()).isEqualTo(added.at("/data/0"));
    assertThat(member.delete(first).expect(200).text("id")).isEqualTo(id(made));
    member.get(first).expectError(404, "not_found");
    member.delete(first).expectError(404, "not_found");
    assertThat(texts(list(made, ""))).containsExactly("Two");
    var answer = asking.ask("echo", "conversation", id(made), "input", "Three");
    assertThat(told(answer)).containsExactly("assistant: Two", "user: Three");
  }

  @Test
  void takeItemsOnce() {
    var made = member.post(PATH, "{}").expect(200).body();
    var body = "{\"items\":[{\"role\":\"user\",\"content\":\"One\"}]}";
    var key = Map.of("Idempotency-Key", "one");
    var path = PATH + "/" + id(made) + "/items";
    var first = member.send("POST", path, body, key).expect(200);
    assertThat(member.send("POST", path, body, key).expect(200).body()).isEqualTo(first.body());
    assertThat(texts(list(made, ""))).containsExactly("One");
  }

  @Test
  void saysWhatIsNotSupported() {
    var made = member.post(PATH, "{}").expect(200).body();
    var path = PATH + "/" + id(made) + "/items";
    member
        .post(path, "{'items':[{'role':'system','content':'x'}]}")
        .expectError(400, "unsupported_parameter");
    member.post(path, "{'items':[]}").expectError(422, "invalid_value");
    member.post(path, "{'items':[{'type':'reasoning'}]}").expectError(400, "unsupported_parameter");
    member.post(PATH, "{'metadata':{'a':['b']}}").expectError(422, "invalid_value");
  }

  private JsonNode list(JsonNode conversation, String query) {
    return member.get(PATH + "/" + id(conversation) + "/items" + query).expect(200).body();
  }

  private static List<String> texts(JsonNode list) {
    return list.get("data")
        .valueStream()
        .map(item -> item.at("/content/0/text").stringValue())
        .toList();
  }

  private static String id(JsonNode conversation) {
    return conversation.get("id").stringValue();
  }
}
