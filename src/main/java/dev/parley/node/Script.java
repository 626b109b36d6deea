package dev.parley.node;

import io.lettuce.core.codec.Base16;
import java.nio.charset.StandardCharsets;

/// A program that Redis runs as one step. It gives a list of whole numbers.
///
/// @param digest by which Redis knows it, once it has seen it
public record Script(String text, String digest) {

  public static Script of(String text) {
    return new Script(text, Base16.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
