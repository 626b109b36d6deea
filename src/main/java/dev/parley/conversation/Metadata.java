package dev.parley.conversation;

import dev.parley.web.Fields;
import dev.parley.web.Text;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// What clients note on conversations and answers, as OpenAI limits it.
public final class Metadata {

  private static final int MOST = 16;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 512;

  private static final TypeReference<TreeMap<String, String>> NOTED = new TypeReference<>() {};
  private static final JsonMapper JSON = new JsonMapper();

  private Metadata() {}

  /// What is to be noted.
  ///
  /// @param field where it stands
  /// @param given none: nothing is noted
  public static Map<String, String> check(
      Fields fields, String field, @Nullable Map<String, String> given) {
    if (given == null) {
      return Map.of();
    }
    if (given.size() > MOST) {
      fields.reject(field, "must have at most %d entries".formatted(MOST));
    }
    for (var entry : given.entrySet()) {
      if (Text.length(entry.getKey()) > LONGEST_KEY
          || entry.getValue() == null
          || Text.length(entry.getValue()) > LONGEST_VALUE) {
        fields.reject(
            field,
            "must have keys of at most %d characters, and texts of at most %d"
                .formatted(LONGEST_KEY, LONGEST_VALUE));
        return Map.of();
      }
    }
    return given;
  }

  /// What is to be noted in the place of all that was; `null` for nothing.
  ///
  /// @param field where it must stand
  public static Map<String, String> require(Fields fields, String field, @Nullable JsonNode given) {
    switch (given) {
      case null -> fields.reject(field, "is missing");
      case NullNode _ -> {
        return Map.of();
      }
      case ObjectNode noted when noted.valueStream().allMatch(JsonNode::isString) -> {
        return check(fields, field, JSON.convertValue(noted, NOTED));
      }
      default -> fields.reject(field, "must be an object of texts");
    }
    return Map.of();
  }

  /// As it stands in a row.
  static Map<String, String> read(@Nullable String column) {
    return column == null ? Map.of() : JSON.readValue(column, NOTED);
  }

  static String write(Map<String, String> noted) {
    return JSON.writeValueAsString(noted);
  }
}
