package dev.parley.openai;

import dev.parley.model.TokenEstimate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How many tokens a part of a request has for the model at most, as far as that can be told
/// without the model: every text in it, and the names of all fields.
final class TokenCount {

  /// Fields whose text is a picture, a sound or a file, encoded.
  private static final Set<String> MEDIA = Set.of("data", "file_data");

  private static final String DATA_URL = "data:";

  /// What models make of a picture of usual size.
  private static final int MEDIUM = 2_500;

  /// A medium that is larger costs a token for so many characters of it.
  private static final int CHARACTERS_OF_MEDIA = 64;

  private TokenCount() {}

  static long of(@Nullable JsonNode node) {
    return node == null ? 0 : of("", node);
  }

  private static long of(String name, JsonNode node) {
    if (node.isString()) {
      return ofText(name, node.stringValue());
    }
    long count = 0;
    for (var property : node.properties()) {
      count += TokenEstimate.of(property.getKey()) + of(property.getKey(), property.getValue());
    }
    if (node.isArray()) {
      for (var element : node) {
        count += TokenEstimate.PER_MESSAGE + of(name, element);
      }
    }
    return count + 1;
  }

  private static long ofText(String name, String text) {
    return MEDIA.contains(name) || text.startsWith(DATA_URL)
        ? Math.max(MEDIUM, text.length() / CHARACTERS_OF_MEDIA)
        : TokenEstimate.of(text);
  }
}
