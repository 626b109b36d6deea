package dev.parley.model;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;

/// Takes the body of an answer where the HTTP codec hands it on, and passes on no more than its
/// end: so the chunks that came with one read are read together, and none goes through a chain of
/// operators.
///
/// For the connection's event loop alone.
final class Pieces extends ChannelInboundHandlerAdapter {

  private final Asking asking;
  private final Reading reading;

  Pieces(Asking asking, Reading reading) {
    this.asking = asking;
    this.reading = reading;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (message) {
      case LastHttpContent last -> {
        take(last);
        asking.read(reading, reading::handOn);
        context.fireChannelRead(last);
      }
      case HttpContent content -> {
        try {
          take(content);
        } finally {
          content.release();
        }
      }
      default -> context.fireChannelRead(message);
    }
  }

  /// Nobody after this one waits for the end of a read.
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    asking.read(reading, reading::handOn);
  }

  private void take(HttpContent content) {
    asking.read(reading, () -> reading.take(content.content()));
  }
}
