package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.ModelEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a reader says, and how much of it at one time.
class AnswerReaderTest {

  private final ReaderLoop loop = new ReaderLoop();
  private final ReadableNotation notation = loop.notation();
  private final LiveAnswer answer = loop.answer();
  private final Reader reader = loop.reader();

  @AfterEach
  void leavesNothingBehind() {
    assertThat(loop.memory()).isZero();
  }

  @Test
  void beginsWithTheStart() {
    loop.read(0, true);
    reader.takeAll();

    assertThat(reader.frames()).containsExactly("<start at 0>");
  }

  @Test
  void beginsWithACommentWhereThereIsNothingToSay() {
    loop.read(0, false);
    reader.takeAll();

    assertThat(reader.frames()).containsExactly("<silence>");
  }

  @Test
  void takesUpAtItsOffset() {
    answer.onText("Hello");
    loop.read(2, false);
    reader.takeAll();

    assertThat(reader.frames()).containsExactly("llo");
  }

  @Test
  void takesEachPieceAsItComes() {
    loop.read(0, true);
    reader.takeAll();
    answer.onText("Hello");
    answer.onText(" ");
    answer.onText("world");

    assertThat(reader.frames()).containsExactly("<start at 0>", "Hello", " ", "world");
  }

  @Test
  void saysNothingThatItWasNotAskedFor() {
    loop.read(0, true);
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
    loop.read(0, false);
    reader.takeAll();
    loop.setWritable(false);
    for (var i = 0; i < 100; i++) {
      answer.onText("a😀");
    }
    assertThat(reader.frames()).containsExactly("<silence>");
    assertThat(notation.made()).as("nothing is kept for it").isEqualTo(1);

    loop.setWritable(true);
    assertThat(reader.frames()).containsExactly("<silence>", "a😀".repeat(100));
  }

  @Test
  void cutsLargePiecesBetweenCharacters() {
    answer.onText("a" + "😀".repeat(20_000));
    loop.read(0, false);
    reader.takeAll();

    assertThat(reader.text()).isEqualTo("a" + "😀".repeat(20_000));
    assertThat(reader.frames()).hasSize(3).allMatch(frame -> frame.length() <= 16_384);
  }

  @Test
  void tellsTheEndAfterTheLastOfTheText() {
    loop.read(0, false);
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
    loop.read(0, true);
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
    loop.read(past, 1, false);
    reader.takeAll();

    assertThat(reader.frames()).containsExactly("ello", "<message.stopped at 5>");
    assertThat(reader.isComplete()).isTrue();
  }

  @Test
  void isNeverInterruptedByItself() {
    answer.onText("x".repeat(100_000));
    loop.read(0, true);
    reader.takeRestAtOnce();
    reader.takeFirst();

    assertThat(reader.text()).isEqualTo("<start at 0>" + "x".repeat(100_000));
  }

  @Test
  void takesAnyNumberForUnlimited() {
    loop.read(0, true);
    reader.takeAll();
    reader.takeRest();
    answer.onText("Hello");

    assertThat(reader.frames()).containsExactly("<start at 0>", "Hello");
  }
}
