package dev.parley.model;

import java.util.List;

/// A question as the model gets it.
///
/// @param turns oldest first; the last is what is to be answered
public record ModelCall(String model, List<Turn> turns) {

  /// One message that the model reads.
  public record Turn(Role role, String content) {}

  /// Who wrote a turn, by the protocol's word for it.
  public enum Role {
    SYSTEM("system"),
    USER("user"),
    ASSISTANT("assistant");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
