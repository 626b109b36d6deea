package dev.parley.answer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import reactor.netty.NettyPipeline;

/// The way down to a client whose response has begun: each piece of the body is written behind the
/// HTTP codec, as one chunk (RFC 9112, section 7.1) in one buffer, and so costs little more than
/// its system call. Head and end of the response stay with the web server.
///
/// For the connection's event loop alone.
final class Line {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /// Enough for whatever a buffer can hold: the end of an answer may have its text several times,
  /// with six bytes for each character.
  private static final int SIZE_DIGITS = 8;

  private static final int CRLF = 0x0d0a;

  /// Where the pieces of all lines of an event loop are written down, one after another.
  private static final FastThreadLocal<ByteBuf> DRAFT =
      new FastThreadLocal<>() {
        @Override
        protected ByteBuf initialValue() {
          return Unpooled.buffer(FIRST);
        }
      };

  private static final int FIRST = 1_024;

  private final ChannelHandlerContext codec;
  private final boolean chunked;

  private Line(ChannelHandlerContext codec, boolean chunked) {
    this.codec = codec;
    this.chunked = chunked;
  }

  /// The line of a connection.
  ///
  /// @param chunked whether the body is in chunks; to clients of HTTP/1.0 it is not
  static Line of(Channel channel, boolean chunked) {
    return new Line(channel.pipeline().context(NettyPipeline.HttpCodec), chunked);
  }

  Channel channel() {
    return codec.channel();
  }

  /// A buffer on the heap for one piece, which holds until the next is begun.
  ByteBuf begin() {
    var piece = DRAFT.get().clear();
    return chunked ? piece.writeZero(SIZE_DIGITS).writeShort(CRLF) : piece;
  }

  /// Closes the connection amid the body.
  void breakOff() {
    var _ = channel().close();
  }

  /// Sends what was written into the buffer, at once. An empty chunk would be the last, so nothing
  /// is sent where nothing was written.
  void send(ByteBuf piece) {
    if (piece.readableBytes() == (chunked ? SIZE_DIGITS + 2 : 0)) {
      return;
    }
    if (chunked) {
      writeSize(piece, piece.readableBytes() - SIZE_DIGITS - 2);
      piece.writeShort(CRLF);
    }
    var sent = codec.alloc().directBuffer(piece.readableBytes()).writeBytes(piece);
    // A failed write closes the connection, of which the server tells the reader.
    var _ = codec.writeAndFlush(sent, codec.voidPromise());
  }

  private static void writeSize(ByteBuf chunk, int size) {
    for (var digit = 0; digit < SIZE_DIGITS; digit++) {
      var shift = 4 * (SIZE_DIGITS - 1 - digit);
      chunk.setByte(chunk.readerIndex() + digit, HEX[(size >> shift) & 0xf]);
    }
  }
}
