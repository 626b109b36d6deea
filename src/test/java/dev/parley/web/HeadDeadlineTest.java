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
import reactor.netty.NettyPipeline;

class HeadDeadlineTest {

  private static final String REQUEST = "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n";

  private final EmbeddedChannel channel = new EmbeddedChannel();

  @BeforeEach
  void install() {
    channel.freezeTime();
    channel.pipeline().addLast(NettyPipeline.HttpCodec, new HttpServerCodec());
    HeadDeadline.addTo(channel, Duration.ofSeconds(10));
  }

  @Keeps("slow.heads")
  @Test
  void closesAConnectionWhoseHeadDoesNotEndInTime() {
    send("GET / HTTP/1.1\r\n");
    for (var second = 0; second < 9; second++) {
      pass(1);
      send("X");
      assertThat(channel.isOpen()).as("after %d s", second).isTrue();
    }
    pass(1);

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void leavesABodyItsTime() {
    send(REQUEST);
    pass(60);
    send("a");
    pass(60);

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void leavesAConnectionOnWhichNothingComes() {
    pass(60);
    send(REQUEST + "ab");
    pass(60);

    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void watchesEveryRequestAnew() {
    send("GET / HTTP/1.1\r\n");
    pass(9);
    send("\r\n");
    pass(9);
    send("GET / HTTP/1.1\r\n");
    pass(9);
    assertThat(channel.isOpen()).isTrue();
    pass(1);

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
