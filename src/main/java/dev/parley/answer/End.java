package dev.parley.answer;

import dev.parley.web.Refusal;
import org.jspecify.annotations.Nullable;

/// How an answer ended, for its readers: stored by now, where there was anything to store it in.
public sealed interface End {

  /// The event that says so.
  String event();

  /// The body of that event.
  Object data();

  /// The model said that it is whole.
  ///
  /// @param message the whole message
  record Completed(Object message) implements End {

    @Override
    public String event() {
      return "message.completed";
    }

    @Override
    public Object data() {
      return new Message(message);
    }
  }

  /// Somebody stopped it.
  ///
  /// @param message the message, with what was written so far
  record Stopped(Object message) implements End {

    @Override
    public String event() {
      return "message.stopped";
    }

    @Override
    public Object data() {
      return new Message(message);
    }
  }

  /// It is not whole.
  ///
  /// @param message the message, with what was written so far; none if it is gone
  record Failed(Refusal failure, @Nullable Object message) implements End {

    @Override
    public String event() {
      return "message.failed";
    }

    @Override
    public Object data() {
      return new Failure(failure.code(), failure.detail(), message);
    }
  }

  /// The body of an event that carries a message.
  record Message(Object message) {}

  /// The body of `message.failed`.
  record Failure(String code, String detail, @Nullable Object message) {}
}
