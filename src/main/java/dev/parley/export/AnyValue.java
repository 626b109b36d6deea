package dev.parley.export;

import dev.parley.web.Invalid;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a value of whatever shape, as long as it is not too large.
final class AnyValue {

  /// What a value costs besides its texts, in characters: so that many small ones are large.
  private static final int VALUE = 16;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final String where;
  private int left;

  /// @param where the value stands
  /// @param longest characters
  AnyValue(JsonParser parser, String where, int longest) {
    this.parser = parser;
    this.where = where;
    this.left = longest;
  }

  /// Reads the value at which the parser stands.
  JsonNode read() {
    take(VALUE);
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> JSON.stringNode(taken(parser.getString()));
      case VALUE_NUMBER_INT -> JSON.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> JSON.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> JSON.booleanNode(true);
      case VALUE_FALSE -> JSON.booleanNode(false);
      default -> JSON.nullNode();
    };
  }

  private ObjectNode object() {
    var object = JSON.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = taken(parser.currentName());
      parser.nextToken();
      object.set(name, read());
    }
    return object;
  }

  private ArrayNode array() {
    var array = JSON.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read());
    }
    return array;
  }

  private String taken(String text) {
    take(text.length());
    return text;
  }

  private void take(int characters) {
    left -= characters;
    if (left < 0) {
      throw new Invalid(where, "is too large");
    }
  }
}
