package dev.parley.openai;

import dev.parley.model.ModelCall;
import dev.parley.model.ModelCall.Turn;
import dev.parley.model.Passage;
import dev.parley.platform.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chat completion that is asked for: what has to be known of it, and all of it as it is to go to
/// the model.
///
/// @param model the one that is asked
/// @param turns the texts of the messages
/// @param body what goes to the model
/// @param tellsUsage whether a stream is to tell the usage
/// @param cost the most that it can be
/// @param keep how it is kept; not at all where none is given
record Completion(
    String model,
    List<Turn> turns,
    String body,
    boolean streamed,
    boolean tellsUsage,
    Cost cost,
    @Nullable Keep keep) {

  /// How question and answer are kept.
  ///
  /// @param conversationId none: in a new conversation
  /// @param question the last that the user says
  record Keep(@Nullable String conversationId, String question) {}

  /// The most tokens that a question can cost.
  ///
  /// @param input of what the model is sent, estimated to err high
  /// @param output of all that it may write
  record Cost(int input, long output) {}

  /// What the model is to be asked.
  ///
  /// @param key none: the server's
  ModelCall call(@Nullable Secret key, Passage.Taker taker) {
    return new ModelCall(model, turns, key, passage(taker));
  }

  /// The same as it is to be passed on.
  Passage passage(Passage.Taker taker) {
    return new Passage(body, streamed, tellsUsage, taker);
  }
}
