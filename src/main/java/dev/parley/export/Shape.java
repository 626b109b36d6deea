package dev.parley.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The fields that an object of a document may have, each with the shape of its value: no fields
/// are those of a plain value. What is read by a shape is no larger than the shape.
record Shape(Map<String, Shape> fields) {

  private static final Shape PLAIN = new Shape(Map.of());

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
          "updated_at");

  static final Shape MESSAGE =
      of("id", "parent_id", "role", "content", "status", "model", "created_at")
          .with("usage", of("input_tokens", "output_tokens"))
          .with("error", of("code", "detail"))
          .with("feedback", of("rating", "comment", "created_at"));

  private static Shape of(String... names) {
    var fields = new HashMap<String, Shape>();
    Set.of(names).forEach(name -> fields.put(name, PLAIN));
    return new Shape(Map.copyOf(fields));
  }

  private Shape with(String name, Shape shape) {
    var more = new HashMap<>(fields);
    more.put(name, shape);
    return new Shape(Map.copyOf(more));
  }
}
