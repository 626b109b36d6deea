package dev.parley.responses;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The bodies of requests. Whatever else stands in them is ignored.
final class Bodies {

  private Bodies() {}

  /// @param items what was said before, none or some
  @JsonIgnoreProperties(ignoreUnknown = true)
  record NewConversation(@Nullable JsonNode items, @Nullable Map<String, String> metadata) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ChangedConversation(@Nullable JsonNode metadata) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record NewItems(@Nullable JsonNode items) {}

  /// @param input a text, or an array of items
  /// @param conversation an id, or an object that has one
  @JsonIgnoreProperties(ignoreUnknown = true)
  record NewResponse(
      @Nullable JsonNode input,
      @Nullable String instructions,
      @Nullable String model,
      @Nullable JsonNode conversation,
      @Nullable String previousResponseId,
      @Nullable Boolean store,
      @Nullable Boolean stream,
      @Nullable Boolean background,
      @Nullable Map<String, String> metadata,
      @Nullable Integer maxOutputTokens,
      @Nullable Double temperature,
      @Nullable Double topP,
      @Nullable JsonNode tools,
      @Nullable JsonNode toolChoice,
      @Nullable Boolean parallelToolCalls,
      @Nullable JsonNode text,
      @Nullable JsonNode reasoning,
      @Nullable JsonNode prompt) {

    boolean isStored() {
      return !Boolean.FALSE.equals(store);
    }

    boolean isStreamed() {
      return Boolean.TRUE.equals(stream);
    }

    boolean isInBackground() {
      return Boolean.TRUE.equals(background);
    }
  }
}
