package dev.parley.responses;

import dev.parley.web.Fields;
import dev.parley.web.Malformed;
import tools.jackson.databind.JsonNode;

/// Reads texts out of the items of a request.
final class InputTexts {

  private final Fields fields;

  InputTexts(Fields fields) {
    this.fields = fields;
  }

  /// A text, or those of several parts.
  ///
  /// @throws UnsupportedParameter where a part is no text
  String of(String field, JsonNode content) {
    if (content.isString()) {
      return sound(content.stringValue());
    }
    var text = new StringBuilder();
    for (var part : content) {
      var type = part.path("type").asString("");
      if (!type.endsWith("text")) {
        throw new UnsupportedParameter(
            field, "may only be text, and has a part of the type " + type);
      }
      text.append(part.path("text").asString(""));
    }
    return sound(text.toString());
  }

  /// A text that has to be there.
  String given(String field, JsonNode node, int longest) {
    return fields.text(field, sound(node.asString("")), longest);
  }

  /// A text that may be empty.
  String maybeEmpty(String field, JsonNode node, int longest) {
    if (!node.isString() && !node.isArray()) {
      fields.reject(field, "must be a text");
    }
    var text = fields.optionalText(field, of(field, node), longest);
    return text == null ? "" : text;
  }

  /// No encoding can store half of a pair.
  private static String sound(String text) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw Malformed.json();
    }
    return text;
  }
}
