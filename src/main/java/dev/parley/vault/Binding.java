package dev.parley.vault;

/// What a sealed secret is bound to: opened for anything else, it does not open.
///
/// @param purpose what it is for, such as `model-key`
/// @param ownerId whose it is: the key of the row that it stands in
public record Binding(String purpose, String ownerId) {

  /// The additional data that is authenticated with it.
  String text() {
    return purpose + ":" + ownerId;
  }
}
