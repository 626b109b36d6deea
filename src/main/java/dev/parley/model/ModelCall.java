package dev.parley.model;

import dev.parley.platform.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question as the model gets it.
///
/// @param turns oldest first; the last is what is to be answered
/// @param ownKey the key of whoever asks; none: the server's
/// @param passage the question as it came, where it is to be passed on like that
/// @param wishes how the answer is to be; without meaning where there is a passage
public record ModelCall(
    String model,
    List<Turn> turns,
    @Nullable Secret ownKey,
    @Nullable Passage passage,
    Wishes wishes) {

  /// A question asked with the server's key.
  public ModelCall(String model, List<Turn> turns) {
    this(model, turns, null);
  }

  /// A question that is asked as the turns say.
  public ModelCall(String model, List<Turn> turns, @Nullable Secret ownKey) {
    this(model, turns, ownKey, null, Wishes.NONE);
  }

  /// A question that is passed on as it came.
  public ModelCall(String model, List<Turn> turns, @Nullable Secret ownKey, Passage passage) {
    this(model, turns, ownKey, passage, Wishes.NONE);
  }

  /// The same question, asked with another key.
  public ModelCall with(@Nullable Secret key) {
    return new ModelCall(model, turns, key, passage, wishes);
  }

  /// Tokens of all turns, estimated to err high.
  public int estimatedTokens() {
    return turns.stream()
        .mapToInt(turn -> TokenEstimate.PER_MESSAGE + TokenEstimate.of(turn.content()))
        .sum();
  }

  /// How an answer is to be, as far as its asker said.
  ///
  /// @param mostTokens that it may have
  /// @param temperature how freely the model chooses its words, 0 to 2
  /// @param topP among how many of them, 0 to 1
  public record Wishes(
      @Nullable Integer mostTokens, @Nullable Double temperature, @Nullable Double topP) {

    /// None.
    public static final Wishes NONE = new Wishes(null, null, null);
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
