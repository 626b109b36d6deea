package dev.parley.model;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads one streamed completion, and holds it to its form: every event is a chunk, there is a
/// finish reason, and `[DONE]` stands at the end.
final class Reading {

  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private final Asking asking;
  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final ChunkReader chunks = new ChunkReader(text);
  private final EventStreamReader events;
  private boolean begun;
  private boolean done;
  private boolean ended;
  private int length;

  Reading(ModelSettings settings, Asking asking) {
    this.asking = asking;
    this.limit = (int) settings.largestAnswer().toBytes();
    this.events = new EventStreamReader((int) settings.largestLine().toBytes(), this::data);
  }

  boolean hasBegun() {
    return begun;
  }

  @Nullable Usage usage() {
    return chunks.usage();
  }

  /// Takes a piece of the body, as it came.
  ///
  /// @throws ModelFailure where it is not what the protocol has; what came before it has been
  /// handed on
  void take(ByteBuf bytes) {
    begun = true;
    if (done) {
      asking.hangUp();
      return;
    }
    try {
      events.read(bytes);
    } catch (ModelFailure failure) {
      handOnText();
      done = true;
      ended = true;
      throw failure;
    }
  }

  /// Hands on the text that has come, all at once, and the end if that has come.
  ///
  /// @throws ModelFailure where the answer is too long; the text up to there has been handed on
  void handOn() {
    handOnText();
    if (done && !ended) {
      ended = true;
      asking.end(end());
    }
  }

  /// The service closed the stream.
  void closed() {
    if (!done) {
      asking.end(
          new ModelEnd.Broken(
              ModelFailure.protocol(
                  "The model service ended the answer without saying that it is whole."),
              usage()));
    }
  }

  private void handOnText() {
    var excess = length + text.length() > limit;
    if (excess) {
      text.setLength(limit - length);
    }
    if (!text.isEmpty()) {
      length += text.length();
      asking.text(text);
      text.setLength(0);
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
    }
  }

  private ModelEnd end() {
    var reason = chunks.finishReason();
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
      default -> new ModelEnd.Whole(usage());
    };
  }

  private ModelEnd broken(ModelFailure failure) {
    return new ModelEnd.Broken(failure, usage());
  }
}
