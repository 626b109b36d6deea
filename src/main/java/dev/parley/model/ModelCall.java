package dev.parley.model;

import dev.parley.platform.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question as the model gets it.
///
/// @param turns oldest first; the last is what is to be answered
/// @param ownKey the key of whoever asks; none: the server's
/// @param passage the question as it came, where it is to be passed on like that
public record ModelCall(
    String model, List<Turn> turns, @Nullable Secret ownKey, @Nullable Passage passage) {

  /// A question asked with the server's key.
  public ModelCall(String model, List<Turn> turns) {
    this(model, turns, null);
  }

  /// A question that is asked as the turns say.
  public ModelCall(String model, List<Turn> turns, @Nullable Secret ownKey) {
    this(model, turns, ownKey, null);
  }

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
