package dev.parley.answer;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.netty.NettyPipeline;

/// A reader's connection on an event loop and a clock that the test drives.
final class ReaderLoop {

  static final Duration COMMENTS = Duration.ofSeconds(15);

  private final UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(false);
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final ReadableNotation notation = new ReadableNotation();
  private final LiveAnswer answer = Unstored.answer();
  private final Reader reader = new Reader(channel);

  ReaderLoop() {
    channel.config().setAllocator(memory);
    channel.pipeline().addLast(NettyPipeline.HttpCodec, new ChannelDuplexHandler());
    channel.freezeTime();
    answer.start("start");
  }

  EmbeddedChannel channel() {
    return channel;
  }

  ReadableNotation notation() {
    return notation;
  }

  LiveAnswer answer() {
    return answer;
  }

  Reader reader() {
    return reader;
  }

  void read(int offset, boolean fromStart) {
    read(answer, offset, fromStart);
  }

  void read(LiveAnswer from, int offset, boolean fromStart) {
    var buffers = new NettyDataBufferFactory(memory);
    new AnswerReader(from, notation, offset, fromStart, Line.of(channel, false), buffers, COMMENTS)
        .subscribe(reader);
    channel.runPendingTasks();
  }

  void setWritable(boolean writable) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
    channel.runPendingTasks();
  }

  /// Lets the time pass, and all that was to happen in it.
  void pass(Duration time) {
    for (var left = time.toMillis(); left > 0; left -= 1_000) {
      channel.advanceTimeBy(Math.min(1_000, left), TimeUnit.MILLISECONDS);
      channel.runScheduledPendingTasks();
    }
  }

  boolean hasTimers() {
    return channel.runScheduledPendingTasks() >= 0;
  }

  /// The bytes of all buffers that nobody has released, once all that was sent has been read.
  long memory() {
    reader.frames();
    return memory.metric().usedHeapMemory() + memory.metric().usedDirectMemory();
  }
}
