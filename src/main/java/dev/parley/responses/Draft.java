package dev.parley.responses;

import dev.parley.conversation.Framing.Said;
import dev.parley.model.ModelCall.Wishes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A response that is asked for, found to be acceptable.
///
/// @param model none: the conversation's, or the default
/// @param developer what the developer said before all else
/// @param said by user, model and functions, oldest first; the last is what is asked
/// @param where what it goes on with
record Draft(
    @Nullable String model,
    @Nullable String developer,
    List<Said> said,
    Where where,
    Asked asked,
    boolean stored,
    boolean streamed) {

  /// What a response goes on with.
  sealed interface Where {

    /// Nothing.
    record Nowhere() implements Where {}

    /// A conversation.
    record In(String conversationId) implements Where {}

    /// Another response.
    record After(String responseId) implements Where {}
  }

  Wishes wishes() {
    return new Wishes(
        asked.maxOutputTokens(), asked.temperature(), asked.topP(), asked.functions().members());
  }

  /// What the model is told for this answer alone, where the developer's words stay in no
  /// conversation.
  @Nullable String instructionsAndDeveloper() {
    var instructions = asked.instructions();
    if (instructions == null || developer == null) {
      return instructions == null ? developer : instructions;
    }
    return instructions + "\n\n" + developer;
  }
}
