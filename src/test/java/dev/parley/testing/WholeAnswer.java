package dev.parley.testing;

import java.io.IOException;

/// An answer as one JSON document; the content grows with each piece.
final class WholeAnswer implements Answer {
  private final CompletionJson json;
  private final Wire wire;
  private int pieces;
  private boolean finished;

  private WholeAnswer(CompletionJson json, Wire wire) {
    this.json = json;
    this.wire = wire;
  }

  static WholeAnswer begin(CompletionJson json, Wire wire) throws IOException {
    wire.beginChunks(200, "application/json");
    wire.chunk(json.wholeUpToContent());
    return new WholeAnswer(json, wire);
  }

  @Override
  public void say(String piece) throws IOException {
    pieces++;
    var quoted = CompletionJson.quote(piece);
    wire.chunk(quoted.substring(1, quoted.length() - 1));
  }

  @Override
  public void finish(String reason) throws IOException {
    close(CompletionJson.quote(reason));
  }

  @Override
  public void done() throws IOException {
    if (!finished) {
      close("null");
    }
    wire.end();
  }

  private void close(String finishReason) throws IOException {
    finished = true;
    wire.chunk(json.wholeAfterContent(finishReason, pieces));
  }
}
