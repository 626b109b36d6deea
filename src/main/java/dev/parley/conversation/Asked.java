package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.answer.Opening;
import dev.parley.budget.Hold;
import dev.parley.model.ModelCall;
import dev.parley.model.Passage;
import dev.parley.platform.Secret;
import org.jspecify.annotations.Nullable;

/// A question that is stored, with its empty answer: the body of the event `message.started`.
record Asked(
    String conversationId,
    Message userMessage,
    Message message,
    Context.Report context,
    @JsonIgnore ModelCall call,
    @JsonIgnore Hold hold)
    implements Opening {

  /// The same question, asked with a key of the asker's own.
  ///
  /// @param key none: the server's
  Asked with(@Nullable Secret key) {
    return key == null
        ? this
        : new Asked(
            conversationId,
            userMessage,
            message,
            context,
            new ModelCall(call.model(), call.turns(), key, call.passage()),
            hold);
  }

  /// The same question, passed on as it came.
  Asked passed(Passage passage) {
    return new Asked(
        conversationId,
        userMessage,
        message,
        context,
        new ModelCall(call.model(), call.turns(), call.ownKey(), passage),
        hold);
  }
}
