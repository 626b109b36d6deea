package dev.parley.conversation;

import dev.parley.answer.End;

/// How a stored answer has ended.
final class PastEnd {

  private PastEnd() {}

  static End of(Message message) {
    return switch (message.status()) {
      case Message.COMPLETED -> new End.Completed(message);
      case Message.STOPPED -> new End.Stopped(message);
      default -> new End.Failed(PastFailure.of(message), message);
    };
  }
}
