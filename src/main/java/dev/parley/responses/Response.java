package dev.parley.responses;

import dev.parley.model.Usage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A response as OpenAI's interface has it.
///
/// @param createdAt seconds since 1970
/// @param output the answer; nothing before it has ended
record Response(
    String id,
    String object,
    long createdAt,
    String status,
    boolean background,
    @Nullable Reference conversation,
    @Nullable Failure error,
    @Nullable Incomplete incompleteDetails,
    @Nullable String instructions,
    @Nullable Integer maxOutputTokens,
    Map<String, String> metadata,
    String model,
    List<Item> output,
    boolean parallelToolCalls,
    @Nullable String previousResponseId,
    @Nullable Reasoning reasoning,
    boolean store,
    @Nullable Double temperature,
    JsonNode text,
    JsonNode toolChoice,
    List<JsonNode> tools,
    @Nullable Double topP,
    String truncation,
    @Nullable Tokens usage) {

  record Reference(String id) {}

  record Failure(String code, String message) {}

  record Incomplete(String reason) {}

  /// @param effort how hard the model was to think
  record Reasoning(String effort) {}

  /// @param inputTokensDetails what models do not tell is 0
  record Tokens(
      int inputTokens,
      Map<String, Integer> inputTokensDetails,
      int outputTokens,
      Map<String, Integer> outputTokensDetails,
      int totalTokens) {

    static @Nullable Tokens of(@Nullable Usage usage) {
      return usage == null
          ? null
          : new Tokens(
              usage.inputTokens(),
              Map.of("cached_tokens", 0, "cache_write_tokens", 0),
              usage.outputTokens(),
              Map.of("reasoning_tokens", 0),
              usage.inputTokens() + usage.outputTokens());
    }
  }

  /// A deleted response or conversation.
  record Deleted(String id, String object, boolean deleted) {

    static Deleted response(String id) {
      return new Deleted(id, "response", true);
    }

    static Deleted conversation(String id) {
      return new Deleted(id, "conversation.deleted", true);
    }
  }
}
