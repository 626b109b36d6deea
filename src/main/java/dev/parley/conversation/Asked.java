package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.answer.Opening;
import dev.parley.budget.Hold;
import dev.parley.model.ModelCall;
import dev.parley.model.Passage;
import dev.parley.platform.Secret;
import org.jspecify.annotations.Nullable;

/// A question that is stored, with its empty answer: the body of the event `message.started`.
///
/// @param isNew whether its conversation was made with it
record Asked(
    String conversationId,
    Message userMessage,
    Message message,
    Context.Report context,
    @JsonIgnore boolean isNew,
    @JsonIgnore ModelCall call,
    @JsonIgnore Hold hold)
    implements Opening {

  /// The same question, asked with a key of the asker's own.
  ///
  /// @param key none: the server's
  Asked with(@Nullable Secret key) {
    return key == null ? this : asking(call.with(key));
  }

  /// The same question, passed on as it came.
  Asked passed(Passage passage) {
    return asking(new ModelCall(call.model(), call.turns(), call.ownKey(), passage));
  }

  private Asked asking(ModelCall another) {
    return new Asked(conversationId, userMessage, message, context, isNew, another, hold);
  }
}
