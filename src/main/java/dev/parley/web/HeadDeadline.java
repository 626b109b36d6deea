package dev.parley.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/// Closes a connection on which a request begins whose head does not come to its end. Else whoever
/// sends one byte now and then would keep a connection for ever.
///
/// A connection on which nothing comes is left to the web server's own limit. Belongs to the event
/// loop of its connection.
final class HeadDeadline {

  private final Duration limit;
  private boolean inBody;

  /// Whether bytes came that are of no request yet.
  private boolean begun;

  private @Nullable ScheduledFuture<?> deadline;

  private HeadDeadline(Duration limit) {
    this.limit = limit;
  }

  static void addTo(Channel channel, Duration limit) {
    var head = new HeadDeadline(limit);
    channel
        .pipeline()
        .addBefore(NettyPipeline.HttpCodec, "bytes-of-heads", head.new Bytes())
        .addAfter(NettyPipeline.HttpCodec, "head-deadline", head.new Requests());
  }

  private final class Bytes extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      begun |= message instanceof ByteBuf;
      context.fireChannelRead(message);
    }
  }

  private final class Requests extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest) {
        inBody = true;
        stop();
      }
      if (message instanceof LastHttpContent) {
        inBody = false;
        begun = false;
      }
      context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      if (begun && !inBody && deadline == null) {
        deadline =
            context
                .executor()
                .schedule(() -> cutOff(context), limit.toNanos(), TimeUnit.NANOSECONDS);
      }
      context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      stop();
      context.fireChannelInactive();
    }

    private static void cutOff(ChannelHandlerContext context) {
      var _ = context.close();
    }

    private void stop() {
      if (deadline != null) {
        deadline.cancel(false);
        deadline = null;
      }
    }
  }
}
