package dev.parley.auth;

import dev.parley.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A personal access token as its owner holds it; the server keeps its hash alone.
///
/// @param id the one that its account knows it by
record PersonalToken(String id, String text) {

  private static final int FEW = 4;

  String hash() {
    return Sha256.hex(text);
  }

  /// Takes a time that does not depend on where the two differ.
  boolean hasHash(String other) {
    return MessageDigest.isEqual(bytes(hash()), bytes(other));
  }

  String lastFour() {
    return text.substring(text.length() - FEW);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "[personal access token]";
  }
}
