package dev.parley.answer;

import dev.parley.model.Passage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An answer that is passed on to the one who asked, as it came: what of it is on its way. Nothing
/// is kept of what has gone; where too much waits, the model does, too.
public final class Passing implements Passage.Taker {

  /// Bytes beyond which no more are read from the model.
  private static final int MOST_WAITING = 65_536;

  private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
  private final boolean streamed;
  private final ByteBuf waiting = Unpooled.buffer();
  private Runnable reader = () -> {};
  private Passage.@Nullable Source paused;

  /// @param streamed whether it goes on while it comes, or once it is whole
  public Passing(boolean streamed) {
    this.streamed = streamed;
  }

  /// An answer that is there already.
  ///
  /// @param bytes all of it, but for `[DONE]`
  public static Passing past(boolean streamed, byte[] bytes) {
    var passing = new Passing(streamed);
    passing.waiting.writeBytes(bytes);
    passing.begun.complete(null);
    return passing;
  }

  boolean isStreamed() {
    return streamed;
  }

  @Override
  public void take(ByteBuf bytes, Passage.Source source) {
    Runnable woken;
    synchronized (this) {
      waiting.writeBytes(bytes);
      woken = reader;
    }
    if (!begun.isDone()) {
      begun.complete(null);
    }
    woken.run();
    if (streamed) {
      pauseIfFull(source);
    }
  }

  /// Within the lock, so that who has it read on comes after who has it wait: the model may be read
  /// on another thread than the reader's.
  private synchronized void pauseIfFull(Passage.Source source) {
    if (waiting.readableBytes() > MOST_WAITING) {
      paused = source;
      source.pause();
    }
  }

  /// Comes with the first of it.
  CompletableFuture<@Nullable Void> begun() {
    return begun;
  }

  /// Has a reader run whenever there is more, in the place of the one before.
  synchronized void read(Runnable by) {
    reader = by;
  }

  /// Moves on all that waits.
  ///
  /// @return whether there was any
  synchronized boolean moveTo(ByteBuf into) {
    if (!waiting.isReadable()) {
      return false;
    }
    into.writeBytes(waiting);
    waiting.clear();
    if (paused != null) {
      paused.resume();
      paused = null;
    }
    return true;
  }
}
