package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.answer.Opening;
import dev.parley.model.ModelCall;

/// A question that is stored, with its empty answer: the body of the event `message.started`.
record Asked(
    String conversationId,
    Message userMessage,
    Message message,
    Context.Report context,
    @JsonIgnore ModelCall call)
    implements Opening {}
