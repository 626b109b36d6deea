package dev.parley.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Function calls as one text: the JSON in which clients see them.
public final class CallsText {

  private static final TypeReference<List<FunctionCall>> CALLS = new TypeReference<>() {};

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private CallsText() {}

  public static String of(List<FunctionCall> calls) {
    return JSON.writeValueAsString(calls);
  }

  /// The calls of such a text.
  public static List<FunctionCall> read(String text) {
    return JSON.readValue(text, CALLS);
  }

  /// What goes on record of what was said, by its names: the text, the calls if there are any, and
  /// of an output the id of its call.
  public static Map<String, String> onRecord(
      String content, List<FunctionCall> calls, @Nullable String callId) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("content", content);
    if (!calls.isEmpty()) {
      texts.put("function_calls", of(calls));
    }
    if (callId != null) {
      texts.put("call_id", callId);
    }
    return texts;
  }
}
