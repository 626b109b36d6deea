package dev.parley.model;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import tools.jackson.core.io.JsonStringEncoder;

/// The demo model's answer, written down as the protocol has it.
///
/// @param model its name as JSON
/// @param created seconds since 1970
record DemoCompletion(Passage passage, String model, String id, long created) {

  /// It says so little that nobody has to have it wait.
  private static final Passage.Source UNHURRIED =
      new Passage.Source() {
        @Override
        public void pause() {
          // Goes on.
        }

        @Override
        public void resume() {
          // Never waited.
        }
      };

  static DemoCompletion of(Passage passage, String model, Clock clock) {
    return new DemoCompletion(
        passage, quote(model), "chatcmpl-" + UUID.randomUUID(), clock.instant().getEpochSecond());
  }

  /// Who speaks in a stream.
  void begin() {
    if (passage.streamed()) {
      pass(event(words("{\"role\":\"assistant\",\"content\":\"\"}", "null")));
    }
  }

  /// The next words of a stream.
  void say(String words) {
    if (passage.streamed()) {
      pass(event(words("{\"content\":%s}".formatted(quote(words)), "null")));
    }
  }

  /// The end of a stream, or the whole answer.
  void finish(String answer, Usage usage) {
    if (passage.streamed()) {
      var end = event(words("{}", "\"stop\""));
      pass(passage.tellsUsage() ? end + event(chunk("[]", "," + json(usage))) : end);
    } else {
      pass(whole(answer, usage));
    }
  }

  private void pass(String text) {
    passage.taker().take(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8), UNHURRIED);
  }

  private String chunk(String choices, String rest) {
    return """
    {"id":"%s","object":"chat.completion.chunk","created":%d,"model":%s,"choices":%s%s}\
    """
        .formatted(id, created, model, choices, rest);
  }

  private String words(String delta, String reason) {
    var choice =
        "{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}"
            .formatted(delta, reason);
    return chunk("[%s]".formatted(choice), "");
  }

  private String whole(String answer, Usage usage) {
    return """
    {"id":"%s","object":"chat.completion","created":%d,"model":%s,"choices":[{"index":0,\
    "message":{"role":"assistant","content":%s,"refusal":null},"logprobs":null,\
    "finish_reason":"stop"}],%s}\
    """
        .formatted(id, created, model, quote(answer), json(usage));
  }

  private static String event(String data) {
    return "data: " + data + "\n\n";
  }

  private static String json(Usage usage) {
    return "\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
        .formatted(
            usage.inputTokens(), usage.outputTokens(), usage.inputTokens() + usage.outputTokens());
  }

  private static String quote(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }
}
