package dev.parley.web;

import dev.parley.platform.Secret;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Reads a string as a [Secret]. There is no way back: a secret is never written as JSON.
final class SecretText extends StdScalarDeserializer<Secret> {

  private static final WellFormedText TEXT = new WellFormedText();

  SecretText() {
    super(Secret.class);
  }

  @Override
  public Secret deserialize(JsonParser parser, DeserializationContext context) {
    return new Secret(TEXT.deserialize(parser, context));
  }
}
