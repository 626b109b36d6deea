package dev.parley.openai;

import dev.parley.web.Invalid;
import dev.parley.web.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON object as it was sent. Single members of it can be read and changed; whatever is not
/// changed stays as it is, to the byte.
final class Verbatim {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// No call takes a tenth of them.
  private static final int MOST_MEMBERS = 500;

  private final String text;

  /// What stands in the text behind the name of each member.
  private final SequencedMap<String, String> members;

  private Verbatim(String text, SequencedMap<String, String> members) {
    this.text = text;
    this.members = members;
  }

  /// Reads the body of a request.
  ///
  /// @throws Malformed where it is not JSON in UTF-8
  /// @throws Invalid where it is no object
  static Verbatim read(byte[] body) {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException _) {
      throw Malformed.json();
    }
  }

  private static Verbatim read(String text) {
    var members = new LinkedHashMap<String, String>();
    try (var parser = JSON.createParser(text)) {
      var first = parser.nextToken();
      var isObject = first == JsonToken.START_OBJECT;
      if (isObject) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
          parser.nextToken();
          members.put(name, value(parser, text));
          if (members.size() > MOST_MEMBERS) {
            throw new Malformed("The body has too many members.");
          }
        }
      } else {
        parser.skipChildren();
      }
      if (first == null || parser.nextToken() != null) {
        throw Malformed.json();
      }
      if (!isObject) {
        throw new Invalid("", "must be an object");
      }
    } catch (JacksonException _) {
      throw Malformed.json();
    }
    return new Verbatim(text, members);
  }

  private static String value(JsonParser parser, String text) {
    var from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    return text.substring(from, (int) parser.currentLocation().getCharOffset());
  }

  /// The value of a member; none where it is missing or `null`.
  @Nullable JsonNode find(String name) {
    var value = members.get(name);
    return value == null || "null".equals(value) ? null : JSON.readTree(value);
  }

  /// The same object without some of its members.
  Verbatim without(String... names) {
    var left = new LinkedHashMap<>(members);
    for (var name : names) {
      left.remove(name);
    }
    return left.size() == members.size() ? this : of(left);
  }

  /// The same object in which a member has another value.
  ///
  /// @param json the value
  Verbatim with(String name, JsonNode json) {
    var changed = new LinkedHashMap<>(members);
    changed.put(name, JSON.writeValueAsString(json));
    return of(changed);
  }

  private static Verbatim of(SequencedMap<String, String> members) {
    var text = new StringBuilder("{");
    for (Map.Entry<String, String> member : members.entrySet()) {
      text.append(text.length() == 1 ? "" : ",");
      text.append(JSON.writeValueAsString(member.getKey())).append(':').append(member.getValue());
    }
    return new Verbatim(text.append('}').toString(), members);
  }

  /// All of it.
  String text() {
    return text;
  }
}
