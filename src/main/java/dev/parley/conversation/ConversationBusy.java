package dev.parley.conversation;

import dev.parley.web.Refusal;
import org.springframework.http.HttpStatus;

/// An answer is still being written where the question was to go.
final class ConversationBusy extends Refusal {

  private static final long serialVersionUID = 1;

  ConversationBusy() {
    super(
        HttpStatus.CONFLICT,
        "conversation_busy",
        "An answer is being written in this branch. Wait for its end, or stop it.");
  }
}
