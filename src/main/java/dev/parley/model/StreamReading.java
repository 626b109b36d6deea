package dev.parley.model;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads one streamed completion, and holds it to its form: every event is a chunk, there is a
/// finish reason, and `[DONE]` stands at the end.
final class StreamReading implements Reading {

  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  /// Bytes that may come by themselves after it: the ends of its line and its event.
  private static final int LINE_ENDS = 4;

  private final Asking asking;
  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final ChunkReader chunks = new ChunkReader(text);
  private final EventStreamReader events;
  private final @Nullable PassedEvents passed;
  private boolean begun;
  private boolean done;
  private boolean ended;
  private int length;
  private int beyond;

  /// @param passage where the events are to be passed on as they come
  StreamReading(ModelSettings settings, @Nullable Passage passage, Asking asking) {
    this.asking = asking;
    this.passed = passage == null ? null : new PassedEvents(passage, asking);
    this.limit = (int) settings.largestAnswer().toBytes();
    this.events = new EventStreamReader((int) settings.largestLine().toBytes(), this::data);
  }

  @Override
  public boolean hasBegun() {
    return begun;
  }

  @Override
  public @Nullable Usage usage() {
    return chunks.usage();
  }

  @Override
  public void take(ByteBuf bytes) {
    begun = true;
    if (done) {
      beyond += bytes.readableBytes();
      if (beyond > LINE_ENDS) {
        asking.hangUp();
      }
      return;
    }
    try {
      events.read(bytes);
    } catch (RuntimeException e) {
      handOnText();
      done = true;
      ended = true;
      throw e;
    }
  }

  @Override
  public void handOn() {
    handOnText();
    if (done && !ended) {
      ended = true;
      asking.end(end());
    }
  }

  @Override
  public void closed() {
    if (!done) {
      throw ModelFailure.protocol(
          "The model service ended the answer without saying that it is whole.");
    }
  }

  private void handOnText() {
    var room = Math.max(0, limit - length - chunks.calls().length());
    var excess = text.length() > room || length + chunks.calls().length() > limit;
    if (excess) {
      text.setLength(Math.min(text.length(), room));
    }
    if (!text.isEmpty()) {
      length += text.length();
      asking.text(text);
      text.setLength(0);
    }
    if (passed != null) {
      passed.handOn();
    }
    if (excess) {
      done = true;
      ended = true;
      throw ModelFailure.protocol("The answer is longer than an answer may be.");
    }
  }

  private void data(byte[] bytes, int from, int to) {
    if (done) {
      return;
    }
    if (Arrays.equals(bytes, from, to, DONE, 0, DONE.length)) {
      done = true;
    } else {
      chunks.read(bytes, from, to);
      if (passed != null) {
        passed.add(bytes, from, to, chunks.isUsageAlone());
      }
    }
  }

  private ModelEnd end() {
    var reason = chunks.finishReason();
    if (passed != null) {
      // Why it ended is the asker's to judge, who has said how long it may become.
      return chunks.isFinished()
          ? whole()
          : broken(ModelFailure.protocol("The model service did not say why the answer ended."));
    }
    return switch (reason) {
      case null ->
          broken(ModelFailure.protocol("The model service did not say why the answer ended."));
      case "length" ->
          broken(
              ModelFailure.cut(
                  "model_length_limit", "The answer reached the model's limit and is cut."));
      case "content_filter" ->
          broken(
              ModelFailure.cut(
                  "model_content_filter", "The model service withheld the rest of the answer."));
      default -> whole();
    };
  }

  private ModelEnd whole() {
    return new ModelEnd.Whole(usage(), chunks.calls().calls());
  }

  private ModelEnd broken(ModelFailure failure) {
    return new ModelEnd.Broken(failure, usage());
  }
}
