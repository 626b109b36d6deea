package dev.parley.conversation;

import dev.parley.answer.End;
import java.util.function.Function;

/// The body of a whole answer.
record Whole(Object userMessage, Message message, Object context) {

  /// Makes the body that a manner wants, out of how the answer ended.
  static Function<End, Object> of(Message question, Object context, Manner manner) {
    return end -> {
      var message = message(end);
      var whole = new Whole(question, message, context);
      return manner
          .whole()
          .apply(
              new Answered(
                  message.id(),
                  question.content(),
                  message.content(),
                  question.createdAt(),
                  whole));
    };
  }

  private static Message message(End end) {
    return (Message)
        switch (end) {
          case End.Completed completed -> completed.message();
          case End.Stopped stopped -> stopped.message();
          case End.Failed failed -> throw failed.failure();
        };
  }
}
