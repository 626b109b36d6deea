package dev.parley.model;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/// The events of a stream on their way through: each goes on with its data byte for byte, those of
/// one read together.
final class PassedEvents {

  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final int EVENT_END = 0x0a0a;

  private final Passage passage;
  private final Passage.Source source;
  private final ByteBuf events = Unpooled.buffer();

  PassedEvents(Passage passage, Passage.Source source) {
    this.passage = passage;
    this.source = source;
  }

  /// Adds an event, unless it tells of the usage alone and nobody wants that.
  void add(byte[] data, int from, int to, boolean isUsageAlone) {
    if (isUsageAlone && !passage.tellsUsage()) {
      return;
    }
    var line = from;
    for (var at = from; at < to; at++) {
      if (data[at] == '\n') {
        events.writeBytes(DATA).writeBytes(data, line, at + 1 - line);
        line = at + 1;
      }
    }
    events.writeBytes(DATA).writeBytes(data, line, to - line).writeShort(EVENT_END);
  }

  void handOn() {
    if (events.isReadable()) {
      passage.taker().take(events, source);
      events.clear();
    }
  }
}
