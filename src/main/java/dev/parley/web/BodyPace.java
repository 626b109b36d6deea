package dev.parley.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import reactor.netty.NettyPipeline;

/// Closes a connection on which the body of a request comes too slowly. Else whoever sends a byte
/// of it now and then would keep it, and all that came before, for ever. Where it is the server
/// that does not read on, the client has time.
///
/// A body that comes with its head costs nothing. Belongs to the event loop of its connection.
final class BodyPace extends ChannelInboundHandlerAdapter {

  private final Duration period;
  private final long least;

  /// How much has come since it was looked at.
  private long bytes;

  private boolean inBody;
  private @Nullable ScheduledFuture<?> look;

  private BodyPace(Duration period, DataSize rate) {
    this.period = period;
    this.least = rate.toBytes() * period.toMillis() / TimeUnit.SECONDS.toMillis(1);
  }

  /// @param rate by the second
  static void addTo(Channel channel, Duration period, DataSize rate) {
    channel.pipeline().addAfter(NettyPipeline.HttpCodec, "body-pace", new BodyPace(period, rate));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      inBody = true;
      bytes = 0;
    }
    if (message instanceof HttpContent content) {
      bytes += content.content().readableBytes();
    }
    if (message instanceof LastHttpContent) {
      inBody = false;
      stop();
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (inBody && look == null) {
      lookLater(context);
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stop();
    context.fireChannelInactive();
  }

  private void lookLater(ChannelHandlerContext context) {
    look = context.executor().schedule(() -> look(context), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void look(ChannelHandlerContext context) {
    if (bytes < least && context.channel().config().isAutoRead()) {
      var _ = context.close();
      return;
    }
    bytes = 0;
    lookLater(context);
  }

  private void stop() {
    if (look != null) {
      look.cancel(false);
      look = null;
    }
  }
}
