package dev.parley.openai;

import dev.parley.web.Fields;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads members of a request and remembers what is wrong with them. One that is `null` is missing,
/// as with OpenAI.
final class Members {

  private final Verbatim body;
  private final Fields fields;

  Members(Verbatim body, Fields fields) {
    this.body = body;
    this.fields = fields;
  }

  boolean has(String name) {
    return body.find(name) != null;
  }

  @Nullable String text(String name) {
    var node = find(name, JsonNode::isString, "must be a string");
    return node == null ? null : node.stringValue();
  }

  boolean flag(String name) {
    var node = find(name, JsonNode::isBoolean, "must be true or false");
    return node != null && node.booleanValue();
  }

  @Nullable JsonNode object(String name) {
    return find(name, JsonNode::isObject, "must be an object");
  }

  /// A whole number that is 1 or more.
  ///
  /// @param missing what holds where there is none
  long number(String name, long missing, long most) {
    var node =
        find(
            name,
            given -> given.isIntegralNumber() && isWithin(given, most),
            "must be a whole number from 1 to %d".formatted(most));
    return node == null ? missing : node.longValue();
  }

  private static boolean isWithin(JsonNode number, long most) {
    return number.canConvertToLong() && number.longValue() >= 1 && number.longValue() <= most;
  }

  /// An array that has to be there, of 1 to `most` elements.
  Iterable<JsonNode> array(String name, int most) {
    var node = body.find(name);
    if (node == null || !node.isArray() || node.isEmpty() || node.size() > most) {
      fields.reject(name, "must be an array of 1 to %d elements".formatted(most));
      return List.of();
    }
    return node;
  }

  /// How many tokens members have together at most.
  long tokens(String... names) {
    long count = 0;
    for (var name : names) {
      count += TokenCount.of(body.find(name));
    }
    return count;
  }

  private @Nullable JsonNode find(String name, Predicate<JsonNode> fits, String otherwise) {
    var node = body.find(name);
    if (node != null && !fits.test(node)) {
      fields.reject(name, otherwise);
      return null;
    }
    return node;
  }
}
