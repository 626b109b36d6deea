package dev.parley.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import reactor.netty.NettyPipeline;

/// A connection to the server without a network, on which time passes when a test says so.
final class FrozenConnection {

  private final EmbeddedChannel channel = new EmbeddedChannel();

  FrozenConnection() {
    channel.freezeTime();
    channel.pipeline().addLast(NettyPipeline.HttpCodec, new HttpServerCodec());
  }

  EmbeddedChannel channel() {
    return channel;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }
}
