package dev.parley.bench;

import java.util.regex.Pattern;

/// What the model service answers with, which is the model's name: `say-400-50000` are 400 tokens,
/// one every 50,000 microseconds.
record Shape(int tokens, long micros) {

  private static final Pattern NAME = Pattern.compile("\"say-(\\d+)-(\\d+)\"");

  static Shape perSecond(int tokens, int each) {
    return new Shape(tokens, 1_000_000L / each);
  }

  /// That of the model that a body asks for.
  static Shape of(String body) {
    var found = NAME.matcher(body);
    return found.find()
        ? new Shape(Integer.parseInt(found.group(1)), Long.parseLong(found.group(2)))
        : new Shape(1, 0);
  }

  String model() {
    return "say-%d-%d".formatted(tokens, micros);
  }

  long nanos() {
    return micros * 1_000;
  }
}
