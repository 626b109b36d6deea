package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.netty.NettyPipeline;

class BodyPaceTest {

  private static final String HEAD = "POST / HTTP/1.1\r\nContent-Length: 10000\r\n\r\n";

  private final EmbeddedChannel channel = new EmbeddedChannel();

  @BeforeEach
  void install() {
    channel.freezeTime();
    channel.pipeline().addLast(NettyPipeline.HttpCodec, new HttpServerCodec());
    BodyPace.addTo(channel, Duration.ofSeconds(10), DataSize.ofBytes(100));
  }

  @Keeps("slow.bodies")
  @Test
  void closesAConnectionWhoseBodyComesTooSlowly() {
    send(HEAD);
    send("x".repeat(1_000));
    pass(10);
    assertThat(channel.isOpen()).isTrue();
    send("x".repeat(999));
    pass(10);

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void leavesTheConnectionOfAWholeBody() {
    send(HEAD);
    for (var second = 0; second < 100; second++) {
      send("x".repeat(100));
      pass(1);
    }
    pass(60);
    send(HEAD);
    pass(9);

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void givesAClientTimeWhileNobodyReads() {
    send(HEAD);
    channel.config().setAutoRead(false);
    pass(60);
    assertThat(channel.isOpen()).isTrue();
    channel.config().setAutoRead(true);
    pass(10);

    assertThat(channel.isOpen()).isFalse();
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }
}
