package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a reader does while there is nothing to say, and what it leaves behind.
class ReaderLeavingTest {

  private static final Duration COMMENTS = ReaderLoop.COMMENTS;

  private final ReaderLoop loop = new ReaderLoop();
  private final ReadableNotation notation = loop.notation();
  private final LiveAnswer answer = loop.answer();
  private final Reader reader = loop.reader();

  @AfterEach
  void leavesNothingBehind() {
    assertThat(loop.memory()).isZero();
  }

  @Test
  void isDoneAfterTheEnd() {
    answer.close(new End.Completed("message"));
    loop.read(0, false);
    reader.takeAll();
    reader.takeAll();
    reader.leave();
    loop.pass(COMMENTS.multipliedBy(3));

    assertThat(reader.frames()).containsExactly("<message.completed at 0>");
    assertThat(loop.hasTimers()).isFalse();
  }

  @Test
  void sendsCommentsWhileThereIsNothingToSay() {
    loop.read(0, true);
    reader.takeAll();
    loop.pass(COMMENTS.minusMillis(1));
    assertThat(reader.frames()).containsExactly("<start at 0>");

    loop.pass(Duration.ofMillis(1));
    loop.pass(COMMENTS);
    answer.onText("Hello");
    loop.pass(COMMENTS);
    assertThat(reader.frames())
        .containsExactly("<start at 0>", "<silence>", "<silence>", "Hello", "<silence>");
  }

  @Test
  void doesNotPileCommentsUp() {
    loop.read(0, true);
    reader.takeAll();
    loop.setWritable(false);
    loop.pass(COMMENTS.multipliedBy(10));
    assertThat(notation.made()).isEqualTo(1);

    loop.setWritable(true);
    assertThat(reader.frames()).containsExactly("<start at 0>", "<silence>");
  }

  @Test
  void forgetsAConnectionThatLeaves() {
    loop.read(0, true);
    reader.takeAll();
    reader.leave();
    answer.onText("Hello");
    answer.close(new End.Completed("message"));
    loop.pass(COMMENTS);

    assertThat(reader.frames()).containsExactly("<start at 0>");
    assertThat(reader.isComplete()).isFalse();
    assertThat(notation.made()).isEqualTo(1);
    assertThat(loop.hasTimers()).isFalse();
    assertThat(loop.channel().pipeline().get(Writability.class)).isNull();
  }

  @Test
  void forgetsAConnectionThatIsClosedBefore() {
    loop.read(0, true);
    reader.takeAll();
    loop.channel().close().syncUninterruptibly();
    reader.leave();

    assertThat(loop.hasTimers()).isFalse();
  }

  @Test
  void breaksOffWhatCannotBeWrittenDown() {
    answer.start(new Unprintable());
    loop.read(0, true);
    reader.takeFirst();

    assertThat(reader.error()).hasMessage("unprintable");
    assertThat(loop.hasTimers()).isFalse();
  }

  private static final class Unprintable {

    @Override
    public String toString() {
      throw new IllegalStateException("unprintable");
    }
  }
}
