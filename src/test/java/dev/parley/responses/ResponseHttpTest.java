package dev.parley.responses;

import static dev.parley.responses.Asking.PATH;
import static dev.parley.responses.Asking.said;
import static dev.parley.responses.Asking.text;
import static dev.parley.responses.Asking.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Responses that are answered whole.
@Contract
class ResponseHttpTest {

  private final TestServer server = TestServer.shared();
  private final Asking asking = Asking.of(server);

  @Test
  void answersAsOpenAiDoes() {
    var response = asking.ask("say-3-0", "metadata", Map.of("a", "b"), "temperature", 0.5);
    assertThat(response.get("id").stringValue()).startsWith("resp_");
    assertThat(response.get("object").stringValue()).isEqualTo("response");
    assertThat(response.get("status").stringValue()).isEqualTo("completed");
    assertThat(response.at("/metadata/a").stringValue()).isEqualTo("b");
    assertThat(response.get("temperature").doubleValue()).isEqualTo(0.5);
    assertThat(text(response)).isEqualTo("w0 w1 w2 ");
    assertThat(response.at("/output/0/role").stringValue()).isEqualTo("assistant");
    assertThat(response.at("/usage/output_tokens").intValue()).isEqualTo(3);
    assertThat(asking.get(response.get("id").stringValue())).isEqualTo(response);
  }

  @Test
  void isAnAnswerLikeAllOthers() {
    var response = asking.ask("say-3-0", "input", "Why is grass green?");
    var conversation = asking.member().get("/conversations").expect(200).body().at("/data/0");
    assertThat(conversation.get("title").stringValue()).isEqualTo("Why is grass green?");
    var messages =
        asking
            .member()
            .get("/conversations/%s/messages".formatted(conversation.get("id").stringValue()))
            .expect(200)
            .body()
            .get("data");
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).get("id")).isEqualTo(response.at("/output/0/id"));
  }

  @Test
  void findsAnswersThatWereAskedForOtherwise() {
    var conversation = asking.member().conversation();
    var asked = asking.member().ask(conversation, "say-2-0", "Hello").expect(200).body();
    var message = asked.at("/message/id").stringValue();
    var response = asking.get(message.replace("msg_", "resp_"));
    assertThat(text(response)).isEqualTo("w0 w1 ");
    assertThat(response.at("/conversation/id").stringValue()).isEqualTo(conversation);
    asking.member().get(PATH + "/" + message).expectError(404, "not_found");
    var question = asked.at("/user_message/id").stringValue().replace("msg_", "resp_");
    asking.member().get(PATH + "/" + question).expectError(404, "not_found");
  }

  @Test
  void tellsTheModelTheInstructionsForOneAnswer() {
    var first = asking.ask("echo", "instructions", "Be brief.");
    assertThat(told(first)).containsExactly("system: Be brief.", "user: Hello");
    var next = asking.ask("echo", "previous_response_id", first.get("id").stringValue());
    assertThat(told(next)).noneMatch(turn -> turn.contains("Be brief.") && turn.startsWith("sys"));
    assertThat(next.get("previous_response_id")).isEqualTo(first.get("id"));
  }

  @Test
  void goesOnWithAnotherResponseWhereverItStands() {
    var first = asking.ask("say-1-0", "input", "One");
    asking.ask("say-1-0", "input", "Two", "previous_response_id", id(first));
    var other = asking.ask("echo", "input", "Three", "previous_response_id", id(first));
    assertThat(told(other)).containsExactly("user: One", "assistant: w0 ", "user: Three");
    assertThat(asking.member().get("/conversations").body().get("data")).hasSize(1);
  }

  @Test
  void goesOnWithAConversation() {
    var conversation = asking.member().conversation();
    asking.member().ask(conversation, "say-1-0", "One").expect(200);
    var response = asking.ask("echo", "conversation", conversation, "input", "Two");
    assertThat(told(response)).containsExactly("user: One", "assistant: w0 ", "user: Two");
    assertThat(response.at("/conversation/id").stringValue()).isEqualTo(conversation);
    asking.ask("say-1-0", "conversation", Map.of("id", conversation));
    assertThat(
            asking
                .member()
                .get("/conversations/" + conversation)
                .body()
                .get("message_count")
                .intValue())
        .isEqualTo(6);
  }

  @Test
  void takesItemsAndListsThem() {
    var input =
        List.of(
            said("system", "Be kind."),
            said("user", "One"),
            Map.of(
                "type",
                "message",
                "role",
                "assistant",
                "content",
                List.of(Map.of("type", "output_text", "text", "Two"))),
            Map.of(
                "role",
                "user",
                "content",
                List.of(
                    Map.of("type", "input_text", "text", "Thr"),
                    Map.of("type", "input_text", "text", "ee"))));
    var response = asking.ask("echo", "input", input);
    assertThat(told(response))
        .containsExactly("system: Be kind.", "user: One", "assistant: Two", "user: Three");
    var items = items(id(response), "");
    assertThat(items.get("data"))
        .extracting(item -> item.at("/content/0/text").stringValue())
        .containsExactly("Three", "Two", "One");
    assertThat(items.at("/data/1/content/0/type").stringValue()).isEqualTo("output_text");
    var rest =
        items(id(response), "?order=asc&limit=1&after=" + items.get("last_id").stringValue());
    assertThat(rest.at("/data/0/content/0/text").stringValue()).isEqualTo("Two");
    assertThat(rest.get("has_more").booleanValue()).isTrue();
    asking
        .member()
        .get(PATH + "/" + id(response) + "/input_items?after=msg_none")
        .expectError(422, "invalid_value");
  }

  @Test
  void keepsNothingWhereItIsNotToBeStored() {
    var response = asking.ask("echo", "store", false, "instructions", "Be brief.");
    assertThat(told(response)).containsExactly("system: Be brief.", "user: Hello");
    assertThat(response.get("store").booleanValue()).isFalse();
    assertThat(asking.member().get("/conversations").body().get("data")).isEmpty();
    asking.member().get(PATH + "/" + id(response)).expectError(404, "not_found");
  }

  @Test
  void asksTheModelForWhatWasWished() throws InterruptedException {
    asking.ask("say-2-6", "max_output_tokens", 20, "top_p", 0.25, "temperature", 1.5);
    var asked = server.model().awaitCall("say-2-6", Duration.ofSeconds(1)).body();
    assertThat(asked.get("max_completion_tokens").intValue()).isEqualTo(20);
    assertThat(asked.get("top_p").doubleValue()).isEqualTo(0.25);
    assertThat(asked.get("temperature").doubleValue()).isEqualTo(1.5);
  }

  @ParameterizedTest
  @CsvSource({"length-2, max_output_tokens", "filter-2, content_filter"})
  void isIncompleteWhereTheModelStoppedEarly(String model, String reason) {
    for (var store : new boolean[] {true, false}) {
      var response = asking.ask(model, "store", store);
      assertThat(response.get("status").stringValue()).isEqualTo("incomplete");
      assertThat(response.at("/incomplete_details/reason").stringValue()).isEqualTo(reason);
      assertThat(response.at("/output/0/status").stringValue()).isEqualTo("incomplete");
      assertThat(response.get("error").isNull()).isTrue();
    }
  }

  @Test
  void tellsAFailureAsAStatus() {
    asking.send("context-too-long").expectError(422, "context_length_exceeded");
    asking.send("context-too-long", "store", false).expectError(422, "context_length_exceeded");
    asking.send("eof-3").expectError(502, "model_protocol_error");
  }

  @Test
  void answersAtOnceInTheBackground() {
    var response = asking.ask("say-5-20", "background", true);
    assertThat(response.get("status").stringValue()).isEqualTo("in_progress");
    assertThat(response.get("background").booleanValue()).isTrue();
    assertThat(response.get("output")).isEmpty();
    var cancelled =
        asking.member().post(PATH + "/" + id(response) + "/cancel", "{}").expect(200).body();
    assertThat(cancelled.get("status").stringValue()).isIn("cancelled", "completed");
    assertThat(asking.get(id(response))).isEqualTo(cancelled);
  }

  @Test
  void deletesAResponseAndWhatWasMadeForIt() {
    var first = asking.ask("say-1-0");
    var next = asking.ask("say-1-0", "previous_response_id", id(first));
    var deleted = asking.member().delete(PATH + "/" + id(first)).expect(200).body();
    assertThat(deleted.get("deleted").booleanValue()).isTrue();
    asking.member().get(PATH + "/" + id(first)).expectError(404, "not_found");
    asking.member().delete(PATH + "/" + id(first)).expectError(404, "not_found");
    asking.send("say-1-0", "previous_response_id", id(first)).expectError(404, "not_found");
    asking.get(id(next));
    asking.member().delete(PATH + "/" + id(next)).expect(200);
    assertThat(asking.member().get("/conversations").body().get("data")).isEmpty();
  }

  @Test
  void leavesConversationsThatWereNamed() {
    var conversation = asking.member().conversation();
    var response = asking.ask("say-1-0", "conversation", conversation);
    asking.member().delete(PATH + "/" + id(response)).expect(200);
    asking.member().get("/conversations/" + conversation).expect(200);
    var asked = asking.member().ask(conversation, "say-1-0", "Hello").expect(200).body();
    var other = asked.at("/message/id").stringValue().replace("msg_", "resp_");
    asking.member().delete(PATH + "/" + other).expect(200);
    asking.member().get(PATH + "/" + other).expectError(404, "not_found");
    asking.member().get("/conversations/" + conversation).expect(200);
  }

  @Test
  void asksOnceForOneKey() {
    var body = "{\"model\":\"say-2-0\",\"input\":\"Hello\"}";
    var key = Map.of("Idempotency-Key", "one");
    var first = asking.member().send("POST", PATH, body, key).expect(200);
    var again = asking.member().send("POST", PATH, body, key).expect(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(asking.member().get("/conversations").body().get("data")).hasSize(1);
  }

  @Test
  void asksOnceForOneKeyWhereNothingIsKept() {
    var question = UUID.randomUUID().toString();
    var body = "{\"model\":\"say-2-0\",\"store\":false,\"input\":\"%s\"}".formatted(question);
    var key = Map.of("Idempotency-Key", "one");
    asking.member().send("POST", PATH, body, key).expect(200);
    asking.member().send("POST", PATH, body, key).expectError(409, "answer_not_kept");
    assertThat(asking.server().model().calls("say-2-0"))
        .filteredOn(call -> call.raw().contains(question))
        .hasSize(1);
  }

  @Test
  void namesParametersAsClientsWriteThem() {
    var refused = asking.member().get(PATH + "/resp_a?stream=true&starting_after=x").expect(422);
    assertThat(refused.body().at("/error/param").stringValue()).isEqualTo("starting_after");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"input":"x","tools":[{"type":"web_search"}]}                              | tools[0]
          {"input":"x","text":{"format":{"type":"grammar"}}}                         | text.format
          {"input":[{"type":"item_reference","id":"msg_a"}]}                         | input[0]
          {"input":[{"role":"user","content":[{"type":"input_image"}]}]}             | input[0].content
          {"input":"x","store":false,"background":true}                              | background
          """)
  void saysWhatIsNotSupported(String body, String param) {
    var refused = asking.member().send("POST", PATH, body, Map.of());
    refused.expectError(400, "unsupported_parameter");
    assertThat(refused.body().at("/error/param").stringValue()).isEqualTo(param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                              | input
          {"input":""}                                                    | input
          {"input":[]}                                                    | input
          {"input":[{"role":"assistant","content":"x"}]}                  | input
          {"input":"x","metadata":{"a":1}}                                | metadata.a
          {"input":"x","max_output_tokens":0}                             | max_output_tokens
          {"input":"x","temperature":3}                                   | temperature
          {"input":"x","conversation":1}                                  | conversation
          {"input":"x","conversation":"a","previous_response_id":"b"}     | previous_response_id
          """)
  void saysWhichFieldIsWrong(String body, String param) {
    var refused = asking.member().send("POST", PATH, body, Map.of());
    refused.expect(422);
    assertThat(refused.body().at("/error/param").stringValue()).isEqualTo(param);
  }

  private JsonNode items(String id, String query) {
    return asking.member().get(PATH + "/" + id + "/input_items" + query).expect(200).body();
  }

  private static String id(JsonNode response) {
    return response.get("id").stringValue();
  }
}
