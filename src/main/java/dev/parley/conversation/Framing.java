package dev.parley.conversation;

import dev.parley.model.FunctionCall;
import dev.parley.model.ModelCall.Turn;
import dev.parley.model.ModelCall.Wishes;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What may go with a question, besides what is asked.
///
/// @param before what is said before it with the same request, oldest first: it is stored as it is
/// @param instructions what the model is told for this answer alone
/// @param noting stores more of the question, with its empty answer, in the transaction that stores
/// both
public record Framing(
    List<Said> before, @Nullable String instructions, Wishes wishes, Consumer<Message> noting) {

  static final Framing NONE = new Framing(List.of(), null, Wishes.NONE, _ -> {});

  /// Something that was said.
  ///
  /// @param id the one that it is to have
  /// @param isUser whether by the user, or by the model
  /// @param calls the functions that the model called with it
  /// @param callId the call that it is the output of; only of what a function gave
  public record Said(
      String id,
      boolean isUser,
      String content,
      List<FunctionCall> calls,
      @Nullable String callId) {

    /// As the model reads it.
    public Turn turn() {
      return Turn.said(isUser, content, calls, callId);
    }
  }

  public Framing {
    before = List.copyOf(before);
  }

  /// All that the model is told before what was said.
  ///
  /// @param developerMessage the conversation's
  @Nullable String developer(@Nullable String developerMessage) {
    if (instructions == null || developerMessage == null) {
      return instructions == null ? developerMessage : instructions;
    }
    return instructions + "\n\n" + developerMessage;
  }
}
