package dev.parley.testing;

import java.io.IOException;

/// An answer as server-sent events: role, pieces, reason, usage, `[DONE]`.
final class StreamedAnswer implements Answer {
  private final CompletionJson json;
  private final Wire wire;
  private final Framing framing;
  private int pieces;

  private StreamedAnswer(CompletionJson json, Wire wire, Framing framing) {
    this.json = json;
    this.wire = wire;
    this.framing = framing;
  }

  /// Sends the head and, as OpenAI does, an event with the role before any text.
  static StreamedAnswer begin(CompletionJson json, Wire wire, Framing framing) throws IOException {
    wire.beginChunks(200, "text/event-stream; charset=utf-8");
    wire.chunk(framing.preamble());
    framing.write(json.role(), wire);
    return new StreamedAnswer(json, wire, framing);
  }

  @Override
  public void say(String piece) throws IOException {
    pieces++;
    framing.write(json.delta(piece), wire);
  }

  @Override
  public void finish(String reason) throws IOException {
    framing.write(json.finish(reason), wire);
    if (json.withUsage()) {
      framing.write(json.usage(pieces), wire);
    }
  }

  @Override
  public void done() throws IOException {
    framing.write("[DONE]", wire);
    wire.end();
  }
}
