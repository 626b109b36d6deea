package dev.parley.responses;

import dev.parley.web.Fields;
import dev.parley.web.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What clients note on responses and conversations, as OpenAI limits it.
final class Metadata {

  private static final String FIELD = "metadata";
  private static final int MOST = 16;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 512;

  private Metadata() {}

  static Map<String, String> check(Fields fields, @Nullable Map<String, String> given) {
    if (given == null) {
      return Map.of();
    }
    if (given.size() > MOST) {
      fields.reject(FIELD, "must have at most %d entries".formatted(MOST));
    }
    for (var entry : given.entrySet()) {
      if (Text.length(entry.getKey()) > LONGEST_KEY
          || entry.getValue() == null
          || Text.length(entry.getValue()) > LONGEST_VALUE) {
        fields.reject(
            FIELD,
            "must have keys of at most %d characters, and texts of at most %d"
                .formatted(LONGEST_KEY, LONGEST_VALUE));
        return Map.of();
      }
    }
    return given;
  }
}
