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
    if (message instanceof HttpContent content) {
      attempt(() -> reading.take(content.content()));
      if (message instanceof LastHttpContent) {
        attempt(reading::handOn);
      } else {
        content.release();
        return;
      }
    }
    context.fireChannelRead(message);
  }

  /// Nobody after this one waits for the end of a read.
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    attempt(reading::handOn);
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (ModelFailure failure) {
      asking.failed(failure, reading);
      asking.hangUp();
    }
  }
}
