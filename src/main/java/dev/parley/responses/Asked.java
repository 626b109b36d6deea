package dev.parley.responses;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a response was asked with and tells again, besides what was said. Stored as JSON.
///
/// @param previousResponseId the response that it follows, where it was named
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Asked(
    @Nullable String instructions,
    @Nullable String previousResponseId,
    Map<String, String> metadata,
    @Nullable Integer maxOutputTokens,
    @Nullable Double temperature,
    @Nullable Double topP,
    boolean background,
    Functions functions) {

  /// What is known of an answer that was asked for otherwise.
  static final Asked OTHERWISE =
      new Asked(null, null, Map.of(), null, null, null, false, Functions.NONE);

  Asked {
    metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    functions = functions == null ? Functions.NONE : functions;
  }
}
