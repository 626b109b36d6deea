package dev.parley.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.NettyPipeline;

class LineTest {

  private final EmbeddedChannel channel = new EmbeddedChannel();

  LineTest() {
    channel.pipeline().addLast(NettyPipeline.HttpCodec, new Codec());
  }

  @AfterEach
  void leavesNothingBehind() {
    assertThat(channel.finishAndReleaseAll()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 15, 16, 255, 256, 4_096, 65_535, 65_536, 1 << 20, 16 << 20})
  void sendsEachPieceAsOneChunk(int size) {
    var text = "x".repeat(size);
    send(Line.of(channel, true), text);

    var sent = sent();
    var head = sent.substring(0, sent.indexOf("\r\n"));
    assertThat(Integer.parseInt(head, 16)).isEqualTo(size);
    assertThat(sent.substring(head.length())).isEqualTo("\r\n" + text + "\r\n");
  }

  @Test
  void sendsPiecesAsTheyAreWhereThereAreNoChunks() {
    send(Line.of(channel, false), "Hello");

    assertThat(sent()).isEqualTo("Hello");
  }

  @Test
  void sendsEachPieceAtOnce() {
    var line = Line.of(channel, true);
    send(line, "a");
    send(line, "b");

    assertThat(sent()).isEqualTo("00000001\r\na\r\n");
    assertThat(sent()).isEqualTo("00000001\r\nb\r\n");
  }

  private static void send(Line line, String text) {
    var piece = line.begin();
    piece.writeCharSequence(text, US_ASCII);
    line.send(piece);
  }

  /// What went out, in one write.
  private String sent() {
    ByteBuf piece = channel.readOutbound();
    try {
      return piece.toString(US_ASCII);
    } finally {
      piece.release();
    }
  }

  /// The web server's codec, which sees nothing of it.
  private static final class Codec extends ChannelDuplexHandler {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      throw new AssertionError("written through the codec: " + message);
    }
  }
}
