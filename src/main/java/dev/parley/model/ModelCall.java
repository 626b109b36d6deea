package dev.parley.model;

import dev.parley.platform.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
    return wishes.estimatedTokens() + turns.stream().mapToInt(Turn::estimatedTokens).sum();
  }

  /// How an answer is to be, as far as its asker said.
  ///
  /// @param mostTokens that it may have
  /// @param temperature how freely the model chooses its words, 0 to 2
  /// @param topP among how many of them, 0 to 1
  /// @param others members of the request as the protocol has them, such as the tools
  public record Wishes(
      @Nullable Integer mostTokens,
      @Nullable Double temperature,
      @Nullable Double topP,
      Map<String, JsonNode> others) {

    /// None.
    public static final Wishes NONE = new Wishes(null, null, null, Map.of());

    /// Tokens of what the model reads of them, estimated to err high.
    public int estimatedTokens() {
      return others.values().stream().mapToInt(node -> TokenEstimate.of(node.toString())).sum();
    }
  }

  /// One message that the model reads.
  ///
  /// @param calls the functions that the model called with it
  /// @param callId the call that it is the output of; only of those of the role `TOOL`
  public record Turn(Role role, String content, List<FunctionCall> calls, @Nullable String callId) {

    /// One that is text alone.
    public Turn(Role role, String content) {
      this(role, content, List.of(), null);
    }

    /// What the user or the model said, or a function gave.
    ///
    /// @param callId none where it was not a function
    public static Turn said(
        boolean byUser, String content, List<FunctionCall> calls, @Nullable String callId) {
      return callId == null
          ? new Turn(byUser ? Role.USER : Role.ASSISTANT, content, calls, null)
          : new Turn(Role.TOOL, content, List.of(), callId);
    }

    /// Tokens of it, estimated to err high.
    public int estimatedTokens() {
      return TokenEstimate.PER_MESSAGE + TokenEstimate.of(content, calls);
    }
  }

  /// Who wrote a turn, by the protocol's word for it.
  public enum Role {
    SYSTEM("system"),
    USER("user"),
    ASSISTANT("assistant"),
    TOOL("tool");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
