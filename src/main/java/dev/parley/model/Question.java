package dev.parley.model;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A question as it goes to the model service, and how its answer is to be read.
final class Question {

  private final byte[] body;
  private final boolean hasOwnKey;
  private final @Nullable Passage passage;

  private Question(byte[] body, boolean hasOwnKey, @Nullable Passage passage) {
    this.body = body;
    this.hasOwnKey = hasOwnKey;
    this.passage = passage;
  }

  static Question of(ModelCall call, JsonMapper json) {
    var passage = call.passage();
    var body =
        passage == null
            ? json.writeValueAsBytes(CompletionRequest.of(call))
            : passage.body().getBytes(StandardCharsets.UTF_8);
    return new Question(body, call.ownKey() != null, passage);
  }

  byte[] body() {
    return body;
  }

  /// Whether it is asked with a key of the asker's.
  boolean hasOwnKey() {
    return hasOwnKey;
  }

  boolean isStreamed() {
    return passage == null || passage.streamed();
  }

  /// What the type of the answer begins with.
  String answerType() {
    return isStreamed() ? "text/event-stream" : "application/json";
  }

  /// Reads one answer to it.
  Reading reading(ModelSettings settings, Asking asking) {
    return passage == null || passage.streamed()
        ? new StreamReading(settings, passage, asking)
        : new WholeReading(settings, passage, asking);
  }
}
