package dev.parley.responses;

import static dev.parley.responses.Asking.PATH;
import static dev.parley.responses.Asking.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Responses that call functions, and those whose text has a form.
@Contract
class FunctionsHttpTest {

  private static final String TWO = "two-tools";
  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, Object> WEATHER =
      Map.of(
          "type",
          "function",
          "name",
          "weather",
          "parameters",
          Map.of("type", "object", "properties", Map.of("city", Map.of("type", "string"))));

  private final TestServer server = TestServer.shared();
  private final Asking asking = Asking.of(server);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsEachCallInAllItsEvents(boolean store) throws InterruptedException {
    var events = asking.stream(TWO, "tools", List.of(WEATHER), "store", store);
    assertThat(events.stream().map(event -> event.get("type").stringValue()))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.delta",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.output_item.added",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.output_item.done",
            "response.output_item.added",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.output_item.done",
            "response.completed");
    for (var number = 0; number < events.size(); number++) {
      assertThat(events.get(number).get("sequence_number").intValue()).isEqualTo(number);
    }
    assertThat(events.get(12).get("arguments").stringValue()).isEqualTo("{\"city\":\"Oslo\"}");
    assertThat(events.get(16).get("item_id")).isEqualTo(events.get(17).at("/item/id"));
    var response = events.getLast().get("response");
    assertThat(response.at("/output/1")).isEqualTo(events.get(13).get("item"));
    assertThat(response.at("/output/2/name").stringValue()).isEqualTo("weather");
    assertThat(response.at("/output/2/call_id").stringValue()).isEqualTo("call_Rome");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tools", TWO})
  void givesExactlyTheRestBehindEveryEvent(String model) throws InterruptedException {
    var events = asking.stream(model, "tools", List.of(WEATHER));
    var id = events.getFirst().at("/response/id").stringValue();
    for (var last = -1; last < events.size() - 1; last++) {
      assertThat(asking.readAfter(id, last)).isEqualTo(events.subList(last + 1, events.size()));
    }
    assertThat(asking.get(id)).isEqualTo(events.getLast().get("response"));
  }

  @Test
  void goesOnWithWhatTheFunctionsGave() {
    var first = asking.ask(TWO, "tools", List.of(WEATHER));
    var outputs = List.of(output("call_Oslo", "wet"), output("call_Rome", ""));
    var next =
        asking.ask(
            TWO,
            "tools",
            List.of(WEATHER),
            "input",
            outputs,
            "previous_response_id",
            first.get("id").stringValue());
    assertThat(text(next)).isEqualTo("They are wet and .");
    var given = list(PATH + "/" + next.get("id").stringValue() + "/input_items?order=asc");
    assertThat(given.at("/data/0/output").stringValue()).isEqualTo("wet");
    assertThat(given.at("/data/1/call_id").stringValue()).isEqualTo("call_Rome");
  }

  @Test
  void takesCallsAndOutputsOfElsewhere() {
    var call =
        Map.of(
            "type", "function_call", "call_id", "c1", "name", "weather", "arguments", "{\"a\":1}");
    var input = List.of(Asking.said("user", "How is Oslo?"), call, output("c1", "dry"));
    var answer = asking.ask("echo", "input", input, "store", false);
    var told = JSON.readTree(text(answer));
    assertThat(told.at("/1/content").isNull()).isTrue();
    assertThat(told.at("/1/tool_calls/0/id").stringValue()).isEqualTo("c1");
    assertThat(told.at("/1/tool_calls/0/function/arguments").stringValue()).isEqualTo("{\"a\":1}");
    assertThat(told.at("/2/role").stringValue()).isEqualTo("tool");
    assertThat(told.at("/2/tool_call_id").stringValue()).isEqualTo("c1");
    assertThat(text(asking.ask("echo", "input", input))).isEqualTo(text(answer));
    assertThat(asking.member().get("/conversations").body().at("/data/0/title").stringValue())
        .isEqualTo("How is Oslo?");
  }

  @Test
  void standInTheirConversationLikeAllElse() {
    var conversation = asking.member().conversation();
    asking.ask(TWO, "tools", List.of(WEATHER), "conversation", conversation);
    var items = "/v1/conversations/%s/items".formatted(conversation);
    var listed = list(items + "?order=asc");
    assertThat(types(listed))
        .containsExactly("message", "message", "function_call", "function_call");
    var page = list(items + "?order=asc&limit=3");
    assertThat(page.get("has_more").booleanValue()).isTrue();
    var rest = list(items + "?order=asc&after=" + page.get("last_id").stringValue());
    assertThat(rest.at("/data/0")).isEqualTo(listed.at("/data/3"));
    assertThat(rest.get("data")).hasSize(1);
    assertThat(types(list(items + "?after=" + rest.get("last_id").stringValue())))
        .containsExactly("function_call", "message", "message");

    var message =
        asking
            .member()
            .get("/conversations/%s/messages".formatted(conversation))
            .expect(200)
            .body()
            .at("/data/1");
    assertThat(message.get("content").stringValue()).isEqualTo("Let me look.");
    assertThat(message.at("/function_calls/0/arguments").stringValue())
        .isEqualTo("{\"city\":\"Oslo\"}");
  }

  @Test
  void areReadAndDeletedOneByOne() {
    var conversation = asking.member().conversation();
    asking.ask(TWO, "tools", List.of(WEATHER), "conversation", conversation);
    var items = "/v1/conversations/%s/items".formatted(conversation);
    var call = list(items).at("/data/1");
    var path = items + "/" + call.get("id").stringValue();
    assertThat(asking.member().get(path).expect(200).body()).isEqualTo(call);
    asking.member().delete(path).expect(200);
    asking.member().get(path).expectError(404, "not_found");
    assertThat(types(list(items))).containsExactly("function_call", "message", "message");
  }

  @Test
  void leavesOutCallsWhoseOutputNobodyGave() {
    var conversation = asking.member().conversation();
    asking.ask("tools", "tools", List.of(WEATHER), "conversation", conversation);
    var answer = asking.member().ask(conversation, "echo", "Never mind.").expect(200).body();
    assertThat(answer.at("/message/content").stringValue())
        .isEqualTo(
            """
            [{"role":"user","content":"Hello"},{"role":"user","content":"Never mind."}]\
            """);
  }

  @Test
  void passesFunctionsOnAsChatCompletionsHaveThem() {
    var question = UUID.randomUUID().toString();
    var format = Map.of("type", "json_schema", "name", "city", "schema", Map.of("type", "object"));
    var response =
        asking.ask(
            "say-1-0",
            "input",
            question,
            "tools",
            List.of(WEATHER),
            "tool_choice",
            Map.of("type", "function", "name", "weather"),
            "parallel_tool_calls",
            false,
            "text",
            Map.of("format", format, "verbosity", "low"),
            "reasoning",
            Map.of("effort", "low", "summary", "auto"));
    var sent =
        server.model().calls("say-1-0").stream()
            .filter(call -> call.raw().contains(question))
            .findFirst()
            .orElseThrow()
            .body();
    assertThat(sent.at("/tools/0/function/name").stringValue()).isEqualTo("weather");
    assertThat(sent.at("/tools/0/function/parameters/type").stringValue()).isEqualTo("object");
    assertThat(sent.at("/tool_choice/function/name").stringValue()).isEqualTo("weather");
    assertThat(sent.get("parallel_tool_calls").booleanValue()).isFalse();
    assertThat(sent.at("/response_format/json_schema/schema/type").stringValue())
        .isEqualTo("object");
    assertThat(sent.get("verbosity").stringValue()).isEqualTo("low");
    assertThat(sent.get("reasoning_effort").stringValue()).isEqualTo("low");
    assertThat(response.at("/tools/0/name").stringValue()).isEqualTo("weather");
    assertThat(response.at("/tool_choice/name").stringValue()).isEqualTo("weather");
    assertThat(response.get("parallel_tool_calls").booleanValue()).isFalse();
    assertThat(response.at("/text/format/name").stringValue()).isEqualTo("city");
    assertThat(response.at("/reasoning/effort").stringValue()).isEqualTo("low");
    assertThat(asking.get(response.get("id").stringValue())).isEqualTo(response);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'tools':[{'type':'web_search'}]}|400|tools[0]",
        "{'tools':[{'type':'function'}]}|422|tools[0].name",
        "{'tools':[{'type':'function','name':'a','parameters':1}]}|422|tools[0].parameters",
        "{'tools':{}}|422|tools",
        "{'tool_choice':'always'}|422|tool_choice",
        "{'reasoning':'low'}|422|reasoning",
        "{'reasoning':{'effort':1}}|422|reasoning.effort",
        "{'tool_choice':{'type':'file_search'}}|400|tool_choice",
        "{'text':{'format':{'type':'grammar'}}}|400|text.format",
        "{'text':{'format':{'type':'json_schema','name':'a'}}}|422|text.format.schema",
        "{'input':[{'type':'function_call_output','call_id':'c','output':'x'}]}|422|input",
        "{'input':[{'type':'function_call_output','output':'x'}]}|422|input[0].call_id",
        "{'input':[{'type':'function_call_output','call_id':'c'}]}|422|input[0].output",
        "{'input':[{'type':'message','role':'user','content':[{'type':'input_image'}]}]}|400|input[0].content",
      })
  void saysWhatItCannotTake(String body, int status, String param) {
    var whole = "{'input':'Hello'," + body.substring(1);
    var request = body.contains("'input'") ? body : whole;
    for (var store : List.of("true", "false")) {
      var sent = "{'store':%s,".formatted(store) + request.substring(1);
      var refused = asking.member().post(PATH, sent).expect(status);
      assertThat(refused.body().at("/error/param").stringValue()).isEqualTo(param);
    }
  }

  private JsonNode list(String path) {
    return asking.member().get(path).expect(200).body();
  }

  private static List<String> types(JsonNode list) {
    return list.get("data").valueStream().map(item -> item.get("type").stringValue()).toList();
  }

  private static Map<String, String> output(String callId, String output) {
    return Map.of("type", "function_call_output", "call_id", callId, "output", output);
  }
}
