package dev.parley.relay;

import java.util.LinkedHashMap;
import java.util.Map;

/// Questions with an own key.
final class OwnKey {

  static final String KEY = "sk-somebodys-own-key-9876543210";

  private OwnKey() {}

  /// A good question; a test may change it.
  static Map<String, Object> question(String model) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("developer_message", "Be brief.");
    fields.put("user_message", "Hello");
    fields.put("model", model);
    fields.put("api_key", KEY);
    return fields;
  }

  /// A good question with one field more, or another value for one.
  static Map<String, Object> question(String model, String field, Object value) {
    var fields = question(model);
    fields.put(field, value);
    return fields;
  }

  /// An earlier message.
  static Map<String, Object> turn(String role, String content) {
    return Map.of("role", role, "content", content);
  }
}
