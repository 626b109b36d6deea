package dev.parley.conversation;

import dev.parley.answer.Answers;
import dev.parley.answer.OpenStreams;
import dev.parley.auth.AccessEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ends what is open to those whose access has ended. The answers to somebody who signed out are
/// written on; whoever signs in again finds them.
@Component
class ShutOut {

  private final OpenStreams streams;
  private final Answers answers;

  ShutOut(OpenStreams streams, Answers answers) {
    this.streams = streams;
    this.answers = answers;
  }

  @EventListener
  void hear(AccessEnded access) {
    var subject = access.subjectId();
    switch (access.kind()) {
      case SESSION_ENDED, TOKEN_REVOKED -> streams.end(subject);
      case ACCOUNT_SUSPENDED -> {
        streams.endAll(subject);
        answers.stopAll(topic -> topic.ownerId().equals(subject));
      }
      case ACCOUNT_RESTORED, MODEL_KEY_STORED, MODEL_KEY_DELETED -> {
        // Nobody is shut out.
      }
      case ACCOUNT_DELETED -> {
        streams.forgetAll(subject);
        answers.forget(topic -> topic.ownerId().equals(subject));
      }
    }
  }
}
