package dev.parley.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Answers of a model that was given tools, that writes several answers side by side, or that says
/// how sure it was.
final class ToolAnswers {

  private static final String FINISH = "tool_calls";

  private ToolAnswers() {}

  static void addTo(Behaviours behaviours) {
    // Uses the first tool, with {"city":"Oslo"}; then says what that gave.
    behaviours.add("tools", ToolAnswers::useFirstTool);
    // Says something, and uses the first tool for two cities at once; then says what they gave.
    behaviours.add("two-tools", ToolAnswers::useFirstToolTwice);
    // As many answers as were asked for, one word each.
    behaviours.add("choices", ToolAnswers::answerSeveral);
    // One word with its log probability.
    behaviours.add("logprobs", ToolAnswers::answerSurely);
  }

  private static void useFirstTool(Exchange exchange) throws IOException, InterruptedException {
    var messages = exchange.call().messages();
    var last = messages.get(messages.size() - 1);
    if (last.path("role").asString("").equals("tool")) {
      PlainAnswers.tell(exchange, Script.of("It is " + last.path("content").asString() + "."));
      return;
    }
    var json = CompletionJson.of(exchange.call());
    var name = exchange.call().body().at("/tools/0/function/name").asString();
    if (exchange.call().asksForStream()) {
      send(
          exchange,
          json.chunk("{\"role\":\"assistant\",\"content\":null}", "null"),
          json.chunk(
              """
              {"tool_calls":[{"index":0,"id":"call_1","type":"function",\
              "function":{"name":"%s","arguments":""}}]}\
              """
                  .formatted(name),
              "null"),
          json.chunk(arguments("{\\\"city\\\":"), "null"),
          json.chunk(arguments("\\\"Oslo\\\"}"), "null"),
          json.finish(FINISH));
    } else {
      var message =
          """
          {"role":"assistant","content":null,"refusal":null,"tool_calls":[{"id":"call_1",\
          "type":"function","function":{"name":"%s","arguments":"{\\"city\\":\\"Oslo\\"}"}}]}\
          """
              .formatted(name);
      exchange.wire().respondWithJson(200, json.whole(message, FINISH, 3));
    }
  }

  private static void useFirstToolTwice(Exchange exchange)
      throws IOException, InterruptedException {
    var given = outputs(exchange);
    if (!given.isEmpty()) {
      PlainAnswers.tell(exchange, Script.of("They are " + String.join(" and ", given) + "."));
      return;
    }
    var json = CompletionJson.of(exchange.call());
    var name = exchange.call().body().at("/tools/0/function/name").asString();
    var call =
        """
        {"tool_calls":[{"index":%d,"id":"call_%s","type":"function",\
        "function":{"name":"%s","arguments":"{\\"city\\":\\"%2$s\\"}"}}]}\
        """;
    send(
        exchange,
        json.role(),
        json.delta("Let me "),
        json.delta("look."),
        json.chunk(call.formatted(0, "Oslo", name), "null"),
        json.chunk(call.formatted(1, "Rome", name), "null"),
        json.finish(FINISH));
  }

  /// What functions gave since the model was last heard.
  private static List<String> outputs(Exchange exchange) {
    return exchange
        .call()
        .messages()
        .valueStream()
        .filter(message -> message.path("role").asString("").equals("tool"))
        .map(message -> message.path("content").asString(""))
        .toList();
  }

  private static String arguments(String piece) {
    return "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"%s\"}}]}".formatted(piece);
  }

  private static void answerSeveral(Exchange exchange) throws IOException {
    var count = exchange.call().body().path("n").asInt(1);
    var json = CompletionJson.of(exchange.call());
    var chunks = new ArrayList<String>();
    for (var index = count - 1; index >= 0; index--) {
      var place = "\"index\":" + index;
      chunks.add(
          json.chunk("{\"role\":\"assistant\",\"content\":\"w%d \"}".formatted(index), "null")
              .replace("\"index\":0", place));
      chunks.add(json.finish("stop").replace("\"index\":0", place));
    }
    send(exchange, chunks.toArray(String[]::new));
  }

  private static void answerSurely(Exchange exchange) throws IOException {
    var json = CompletionJson.of(exchange.call());
    var sure =
        """
        "logprobs":{"content":[{"token":"w0","logprob":-0.01,"bytes":[119,48],"top_logprobs":[]}],\
        "refusal":null}\
        """;
    send(
        exchange,
        json.chunk("{\"role\":\"assistant\",\"content\":\"w0\"}", "null")
            .replace("\"logprobs\":null", sure),
        json.finish("stop"));
  }

  private static void send(Exchange exchange, String... chunks) throws IOException {
    exchange.wire().beginChunks(200, "text/event-stream");
    for (var chunk : List.of(chunks)) {
      Framing.PLAIN.write(chunk, exchange.wire());
    }
    var json = CompletionJson.of(exchange.call());
    if (json.withUsage()) {
      Framing.PLAIN.write(json.usage(3), exchange.wire());
    }
    Framing.PLAIN.write("[DONE]", exchange.wire());
    exchange.wire().end();
  }
}
