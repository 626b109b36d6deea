package dev.parley.model;

import io.netty.buffer.ByteBuf;

/// A question that goes to the model service as it came, and whose answer goes back as it came.
///
/// @param body the request, a JSON object
/// @param streamed whether it asks for a stream of events
/// @param tellsUsage whether the event with the usage goes back, too; the service is always asked
///     for it
/// @param taker gets the answer
public record Passage(String body, boolean streamed, boolean tellsUsage, Taker taker) {

  /// Takes an answer that is passed on. On the event loop where it is read.
  @FunctionalInterface
  public interface Taker {

    /// Takes what one read has brought of a stream, in whole events but for `[DONE]`; or a whole
    /// answer. All of it has come when the [ModelListener] hears the end.
    ///
    /// @param bytes hold until this returns
    void take(ByteBuf bytes, Source source);
  }

  /// Where an answer comes from. For the event loop where it is read.
  public interface Source {

    /// Reads no more for now; the service waits, and may be silent for as long.
    void pause();

    /// Reads on.
    void resume();
  }
}
