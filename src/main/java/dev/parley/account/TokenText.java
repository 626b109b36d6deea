package dev.parley.account;

import dev.parley.platform.Secret;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads a token from a mail. Whatever is no string is a token that does not hold, rather than a
/// request that cannot be read: to whoever tries, all of them are alike.
final class TokenText extends StdDeserializer<Secret> {

  private static final Secret NONE = new Secret("");

  TokenText() {
    super(Secret.class);
  }

  @Override
  public Secret deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return new Secret(parser.getString());
    }
    parser.skipChildren();
    return NONE;
  }
}
