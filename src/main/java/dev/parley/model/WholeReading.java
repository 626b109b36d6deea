package dev.parley.model;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/// Reads an answer that comes as one JSON document, of which nothing counts until all of it is
/// there.
final class WholeReading implements Reading {

  private final Asking asking;
  private final Passage passage;
  private final long limit;
  private final StringBuilder text = new StringBuilder();
  private final ChunkReader document = ChunkReader.ofWhole(text);
  private final ByteBuf bytes = Unpooled.buffer();
  private boolean begun;

  WholeReading(ModelSettings settings, Passage passage, Asking asking) {
    this.asking = asking;
    this.passage = passage;
    this.limit = settings.largestWhole().toBytes();
  }

  @Override
  public boolean hasBegun() {
    return begun;
  }

  @Override
  public @Nullable Usage usage() {
    return document.usage();
  }

  @Override
  public void take(ByteBuf piece) {
    begun = true;
    if (bytes.readableBytes() + piece.readableBytes() > limit) {
      throw ModelFailure.protocol("The answer is longer than an answer may be.");
    }
    bytes.writeBytes(piece);
  }

  @Override
  public void handOn() {
    // It is handed on at the end.
  }

  @Override
  public void closed() {
    document.read(bytes.array(), 0, bytes.readableBytes());
    if (!document.isFinished()) {
      throw ModelFailure.protocol("The model service did not say why the answer ended.");
    }
    asking.text(text);
    passage.taker().take(bytes, asking);
    asking.end(new ModelEnd.Whole(usage(), document.calls().calls()));
  }
}
