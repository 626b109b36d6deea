package dev.parley.conversation;

import dev.parley.answer.End;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The body of a whole answer.
record Whole(Object userMessage, Message message, Object context) {

  /// Makes the body that a manner wants, out of how the answer ended.
  static Function<End, Object> of(Asked asked, Manner manner) {
    var question = asked.userMessage();
    return end -> {
      var message = message(end);
      var whole = new Whole(question, message, asked.context());
      return manner.whole().apply(whole.answered(question.content(), question.createdAt()));
    };
  }

  /// The same for a question that was asked before.
  ///
  /// @param started the body of the event `message.started` of then
  static Function<End, Object> of(JsonNode started, Manner manner) {
    var question = started.path("user_message");
    return end -> {
      var whole = new Whole(question, message(end), started.path("context"));
      return manner
          .whole()
          .apply(
              whole.answered(
                  question.path("content").stringValue(),
                  Instant.parse(question.path("created_at").stringValue())));
    };
  }

  private Answered answered(String question, Instant createdAt) {
    return new Answered(message.id(), question, message.content(), createdAt, this);
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
