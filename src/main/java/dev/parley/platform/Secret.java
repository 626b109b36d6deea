package dev.parley.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A password, key or token. It prints nothing of itself, so no log, error or metric can show it;
/// whoever needs the text says so with [#reveal()].
public final class Secret {

  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  public String reveal() {
    return text;
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  /// Compares in a time that depends on the length alone.
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "[secret]";
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
