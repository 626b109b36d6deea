package dev.parley.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The fields that an object of a document may have, each with the shape of its value: no fields
/// are those of a plain value. What is read by a shape is no larger than the shape.
///
/// @param any whether it is a value of whatever shape, which then has a limit of its own
record Shape(Map<String, Shape> fields, boolean any) {

  private static final Shape PLAIN = new Shape(Map.of(), false);
  private static final Shape ANY = new Shape(Map.of(), true);

  static Shape plain() {
    return PLAIN;
  }

  static final Shape CONVERSATION =
      of(
              "id",
              "kind",
              "title",
              "model",
              "developer_message",
              "archived",
              "activity",
              "last_message_id",
              "created_at",
              "updated_at")
          .with("metadata", ANY);

  static final Shape MESSAGE =
      of("id", "parent_id", "role", "content", "status", "model", "created_at")
          .with("usage", of("input_tokens", "output_tokens"))
          .with("error", of("code", "detail"))
          .with("feedback", of("rating", "comment", "created_at"))
          .with("function_calls", ANY)
          .with("call_id", PLAIN)
          .with("response", ANY);

  private static Shape of(String... names) {
    var fields = new HashMap<String, Shape>();
    Set.of(names).forEach(name -> fields.put(name, PLAIN));
    return new Shape(Map.copyOf(fields), false);
  }

  private Shape with(String name, Shape shape) {
    var more = new HashMap<>(fields);
    more.put(name, shape);
    return new Shape(Map.copyOf(more), any);
  }
}
