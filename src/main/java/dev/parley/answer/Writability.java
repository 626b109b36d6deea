package dev.parley.answer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Wakes a reader when its connection can take more again.
final class Writability extends ChannelInboundHandlerAdapter {

  private final Runnable reader;

  Writability(Runnable reader) {
    this.reader = reader;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.fireChannelWritabilityChanged();
    if (context.channel().isWritable()) {
      reader.run();
    }
  }
}
