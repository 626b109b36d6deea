package dev.parley.export;

import dev.parley.web.Invalid;
import dev.parley.web.Malformed;
import java.io.Reader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a document value by value and holds no more than one of them. It knows at any time where
/// it is, such as `conversations[3].messages[7].usage`.
final class DocumentParser implements AutoCloseable {

  private final JsonParser parser;
  private final int longest;

  /// @param longest characters of a text
  DocumentParser(Reader document, int longest) {
    this.longest = longest;
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(longest).build())
            // Names that are skipped would be kept.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();
    parser = factory.createParser(ObjectReadContext.empty(), document);
  }

  /// What is done with a field of an object, at whose value the parser stands.
  interface Field {

    /// Reads the value.
    ///
    /// @param where it stands
    void read(String name, String where);
  }

  /// What is done with an element of an array, at which the parser stands.
  interface Element {

    /// Reads the element.
    ///
    /// @param where it stands
    void read(String where);
  }

  /// Goes to the beginning of the document.
  void begin() {
    if (parser.nextToken() == null) {
      throw new Malformed("The document is empty.");
    }
  }

  /// Reads the object at which the parser stands, field by field.
  void object(String where, Field field) {
    expect(where, JsonToken.START_OBJECT, "must be an object");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      field.read(name, where.isEmpty() ? name : where + "." + name);
    }
  }

  /// Reads the array at which the parser stands, element by element.
  void array(String where, Element element) {
    expect(where, JsonToken.START_ARRAY, "must be an array");
    var index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.read(where + "[" + index + "]");
      index++;
    }
  }

  /// Reads the value at which the parser stands, of a shape.
  void value(ObjectNode into, String name, Shape shape, String where) {
    if (into.has(name)) {
      throw new Malformed("A field stands there twice: %s.".formatted(where));
    }
    if (shape.any()) {
      into.set(name, new AnyValue(parser, where, longest).read());
      return;
    }
    switch (parser.currentToken()) {
      case VALUE_NULL -> into.putNull(name);
      case START_OBJECT -> into.set(name, object(shape, where));
      case VALUE_STRING -> into.put(name, parser.getString());
      case VALUE_TRUE -> into.put(name, true);
      case VALUE_FALSE -> into.put(name, false);
      case VALUE_NUMBER_INT -> into.put(name, wholeNumber(where));
      default -> throw new Invalid(where, "is not of the type that this call takes");
    }
  }

  private ObjectNode object(Shape shape, String where) {
    var object = JsonNodeFactory.instance.objectNode();
    object(
        where,
        (name, inner) -> {
          var field = shape.fields().get(name);
          if (field == null) {
            throw unknown(inner);
          }
          value(object, name, field, inner);
        });
    return object;
  }

  static Invalid unknown(String where) {
    return new Invalid(where, "is not a field that this call knows");
  }

  void skip() {
    parser.skipChildren();
  }

  /// Makes sure that nothing more comes.
  void end() {
    if (parser.nextToken() != null) {
      throw new Malformed("Something follows the end of the document.");
    }
  }

  @Override
  public void close() {
    parser.close();
  }

  private long wholeNumber(String where) {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new Invalid(where, "is not of the type that this call takes");
    }
    return parser.getLongValue();
  }

  private void expect(String where, JsonToken token, String message) {
    if (parser.currentToken() != token) {
      throw new Invalid(where, message);
    }
  }
}
