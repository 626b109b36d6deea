package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.ModelEnd;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.netty.NettyPipeline;

/// On an event loop and a clock that the test drives.
class AnswerReaderTest {

  private static final Duration COMMENTS = Duration.ofSeconds(15);

  private final UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(false);
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final ReadableNotation notation = new ReadableNotation();
  private final LiveAnswer answer = Unstored.answer();
  private final Reader reader = new Reader(channel);

  @BeforeEach
  void start() {
    channel.config().setAllocator(memory);
    channel.pipeline().addLast(NettyPipeline.HttpCodec, new ChannelDuplexHandler());
    channel.freezeTime();
    answer.start("start");
  }

  @AfterEach
  void leavesNothingBehind() {
    reader.frames();
    assertThat(memory.metric().usedHeapMemory()).isZero();
    assertThat(memory.metric().usedDirectMemory()).isZero();
  }

  @Test
  void beginsWithTheStart() {
    read(0, true);
    reader.takeAll();

    assertThat(reader.frames()).containsExactly("<start at 0>");
  }

  @Test
  void beginsWithACommentWhereThereIsNothingToSay() {
    read(0, false);
    reader.takeAll();

    assertThat(reader.frames()).containsExactly("<silence>");
  }

  @Test
  void takesUpAtItsOffset() {
    answer.onText("Hello");
    read(2, false);
    reader.takeAll();

    assertThat(reader.frames()).containsExactly("llo");
  }

  @Test
  void takesEachPieceAsItComes() {
    read(0, true);
    reader.takeAll();
    answer.onText("Hello");
    answer.onText(" ");
    answer.onText("world");

    assertThat(reader.frames()).containsExactly("<start at 0>", "Hello", " ", "world");
  }

  @Test
  void saysNothingThatItWasNotAskedFor() {
    read(0, true);
    answer.onText("Hello");
    assertThat(reader.frames()).isEmpty();

    reader.takeFirst();
    answer.onText(" world");
    assertThat(reader.frames()).as("the head is not out yet").containsExactly("<start at 0>");
    assertThat(notation.made()).isEqualTo(1);

    reader.takeRest();
    assertThat(reader.frames()).containsExactly("<start at 0>", "Hello world");
  }

  @Test
  void givesASlowConnectionOneLargerPieceLater() {
    read(0, false);
    reader.takeAll();
    setWritable(false);
    for (var i = 0; i < 100; i++) {
      answer.onText("a😀");
    }
    assertThat(reader.frames()).containsExactly("<silence>");
    assertThat(notation.made()).as("nothing is kept for it").isEqualTo(1);

    setWritable(true);
    assertThat(reader.frames()).containsExactly("<silence>", "a😀".repeat(100));
  }

  @Test
  void cutsLargePiecesBetweenCharacters() {
    answer.onText("a" + "😀".repeat(20_000));
    read(0, false);
    reader.takeAll();

    assertThat(reader.text()).isEqualTo("a" + "😀".repeat(20_000));
    assertThat(reader.frames()).hasSize(3).allMatch(frame -> frame.length() <= 16_384);
  }

  @Test
  void tellsTheEndAfterTheLastOfTheText() {
    read(0, false);
    answer.onText("Hello");
    answer.onEnd(new ModelEnd.Whole(null));
    reader.takeFirst();
    answer.close(new End.Completed("message"));
    assertThat(reader.frames()).containsExactly("Hello");
    assertThat(reader.isComplete()).isFalse();

    reader.takeRest();
    assertThat(reader.frames()).containsExactly("Hello", "<message.completed at 5>");
    assertThat(reader.isComplete()).isTrue();
  }

  @Test
  void tellsNoEndBeforeItIsStored() {
    read(0, true);
    reader.takeAll();
    answer.onEnd(new ModelEnd.Whole(null));
    assertThat(reader.frames()).containsExactly("<start at 0>");

    answer.close(new End.Completed("message"));
    assertThat(reader.frames()).last().isEqualTo("<message.completed at 0>");
  }

  @Test
  void readsWhatEndedLongAgo() {
    var past =
        LiveAnswer.past(
            "msg_1", Unstored.TOPIC, Unstored.STORE, null, "Hello", new End.Stopped(""));
    read(past, 1, false);
    reader.takeAll();

    assertThat(reader.frames()).containsExactly("ello", "<message.stopped at 5>");
    assertThat(reader.isComplete()).isTrue();
  }

  @Test
  void isDoneAfterTheEnd() {
    answer.close(new End.Completed("message"));
    read(0, false);
    reader.takeAll();
    reader.takeAll();
    reader.leave();
    pass(COMMENTS.multipliedBy(3));

    assertThat(reader.frames()).containsExactly("<message.completed at 0>");
    assertThat(hasTimers()).isFalse();
  }

  @Test
  void sendsCommentsWhileThereIsNothingToSay() {
    read(0, true);
    reader.takeAll();
    pass(COMMENTS.minusMillis(1));
    assertThat(reader.frames()).containsExactly("<start at 0>");

    pass(Duration.ofMillis(1));
    pass(COMMENTS);
    answer.onText("Hello");
    pass(COMMENTS);
    assertThat(reader.frames())
        .containsExactly("<start at 0>", "<silence>", "<silence>", "Hello", "<silence>");
  }

  @Test
  void doesNotPileCommentsUp() {
    read(0, true);
    reader.takeAll();
    setWritable(false);
    pass(COMMENTS.multipliedBy(10));
    assertThat(notation.made()).isEqualTo(1);

    setWritable(true);
    assertThat(reader.frames()).containsExactly("<start at 0>", "<silence>");
  }

  @Test
  void forgetsAConnectionThatLeaves() {
    read(0, true);
    reader.takeAll();
    reader.leave();
    answer.onText("Hello");
    answer.close(new End.Completed("message"));
    pass(COMMENTS);

    assertThat(reader.frames()).containsExactly("<start at 0>");
    assertThat(reader.isComplete()).isFalse();
    assertThat(notation.made()).isEqualTo(1);
    assertThat(hasTimers()).isFalse();
    assertThat(channel.pipeline().get(Writability.class)).isNull();
  }

  @Test
  void forgetsAConnectionThatIsClosedBefore() {
    read(0, true);
    reader.takeAll();
    channel.close().syncUninterruptibly();
    reader.leave();

    assertThat(hasTimers()).isFalse();
  }

  @Test
  void isNeverInterruptedByItself() {
    answer.onText("x".repeat(100_000));
    read(0, true);
    reader.takeRestAtOnce();
    reader.takeFirst();

    assertThat(reader.text()).isEqualTo("<start at 0>" + "x".repeat(100_000));
  }

  @Test
  void takesAnyNumberForUnlimited() {
    read(0, true);
    reader.takeAll();
    reader.takeRest();
    answer.onText("Hello");

    assertThat(reader.frames()).containsExactly("<start at 0>", "Hello");
  }

  @Test
  void breaksOffWhatCannotBeWrittenDown() {
    answer.start(new Unprintable());
    read(0, true);
    reader.takeFirst();

    assertThat(reader.error()).hasMessage("unprintable");
    assertThat(hasTimers()).isFalse();
  }

  private static final class Unprintable {

    @Override
    public String toString() {
      throw new IllegalStateException("unprintable");
    }
  }

  private void read(int offset, boolean fromStart) {
    read(answer, offset, fromStart);
  }

  private void read(LiveAnswer from, int offset, boolean fromStart) {
    var buffers = new NettyDataBufferFactory(memory);
    new AnswerReader(from, notation, offset, fromStart, Line.of(channel, false), buffers, COMMENTS)
        .subscribe(reader);
    channel.runPendingTasks();
  }

  private void setWritable(boolean writable) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
    channel.runPendingTasks();
  }

  /// Lets the time pass, and all that was to happen in it.
  private void pass(Duration time) {
    for (var left = time.toMillis(); left > 0; left -= 1_000) {
      channel.advanceTimeBy(Math.min(1_000, left), TimeUnit.MILLISECONDS);
      channel.runScheduledPendingTasks();
    }
  }

  private boolean hasTimers() {
    return channel.runScheduledPendingTasks() >= 0;
  }
}
