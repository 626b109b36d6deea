package dev.parley.factor;

/// What the app of an account's owner needs, shown when the second factor is begun and never again.
///
/// @param secret the key in base 32, to be typed
/// @param otpauthUri the same as an address, to be shown as a picture
public record SharedKey(String secret, String otpauthUri) {

  @Override
  public String toString() {
    return "[shared key]";
  }
}
