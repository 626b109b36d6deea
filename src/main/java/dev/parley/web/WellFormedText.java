package dev.parley.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/// Reads strings and refuses halves of surrogate pairs: no encoding can store them, so they would
/// come back as something else.
final class WellFormedText extends StringDeserializer {

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    var text = super.deserialize(parser, context);
    if (text != null && hasLoneSurrogate(text)) {
      throw new StreamReadException(parser, "half of a surrogate pair");
    }
    return text;
  }

  static boolean hasLoneSurrogate(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isHighSurrogate(text.charAt(i))
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
