package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.ModelEnd;
import dev.parley.model.Usage;
import dev.parley.web.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveAnswerTest {

  private static final ModelEnd WHOLE = new ModelEnd.Whole(new Usage(9, 2));

  private static final Pace NO_TIME = new Pace(0, 0, 0);

  private final List<LiveAnswer> sealed = new ArrayList<>();
  private final AtomicInteger cancelled = new AtomicInteger();
  private final LiveAnswer answer =
      new LiveAnswer("msg_1", Unstored.TOPIC, Unstored.STORE, sealed::add);

  @Test
  void grows() {
    answer.onText("Hello");
    answer.onText(" wor");
    answer.onText("ld");

    assertThat(answer.length()).isEqualTo(11);
    assertThat(text(0, 11)).isEqualTo("Hello world");
    assertThat(text(4, 7)).isEqualTo("o w");
  }

  @Test
  void wakesEveryReaderWhenItHasGrown() {
    var first = new AtomicInteger();
    var second = new AtomicInteger();
    Runnable reader = second::incrementAndGet;
    answer.add(first::incrementAndGet);
    answer.onText("a");
    answer.add(reader);
    answer.onText("b");
    answer.remove(reader);
    answer.onText("c");

    assertThat(first).hasValue(3);
    assertThat(second).hasValue(1);
  }

  @Test
  void letsGoAReaderThatFailsAndWakesTheOthers() {
    var failed = new AtomicInteger();
    var other = new AtomicInteger();
    answer.add(
        () -> {
          failed.incrementAndGet();
          throw new IllegalStateException("planted");
        });
    answer.add(other::incrementAndGet);
    answer.onText("a");
    answer.onText("b");

    assertThat(failed).hasValue(1);
    assertThat(other).hasValue(2);
  }

  @Test
  void takesReadersWhileItWakesThem() {
    answer.add(() -> answer.add(() -> {}));
    answer.onText("a");
    answer.onText("b");

    assertThat(answer.length()).isEqualTo(2);
  }

  @Test
  void isSealedByTheModelsEnd() {
    answer.onText("Hello");
    answer.onEnd(WHOLE);

    assertThat(sealed).containsExactly(answer);
    var ending = answer.ending().orElseThrow();
    assertThat(ending.firstTextMillis()).isPositive();
    assertThat(ending.at(NO_TIME)).isEqualTo(Ending.completed("Hello", List.of(), new Usage(9, 2)));
    assertThat(answer.end()).isNotDone();
  }

  @Test
  void keepsWhatWasWrittenBeforeAFailure() {
    var failure = new NotFound();
    answer.onText("Hel");
    answer.cancel(text -> Ending.failed(text, null, failure));

    assertThat(answer.ending().orElseThrow().at(NO_TIME))
        .isEqualTo(Ending.failed("Hel", null, failure));
  }

  @Test
  void isSealedOnce() {
    answer.cancel(Ending::stopped);
    answer.onEnd(WHOLE);
    answer.cancel(text -> Ending.failed(text, null, new NotFound()));

    assertThat(sealed).containsExactly(answer);
    assertThat(answer.ending().map(ending -> ending.at(NO_TIME))).contains(Ending.stopped(""));
  }

  @Test
  void takesNoTextAfterTheEnd() {
    var woken = new AtomicInteger();
    answer.onText("Hello");
    answer.add(woken::incrementAndGet);
    answer.cancel(Ending::stopped);
    answer.onText(" world");

    assertThat(answer.length()).isEqualTo(5);
    assertThat(woken).hasValue(0);
  }

  @Test
  void tellsReadersTheEndOnceItIsStored() {
    var woken = new AtomicInteger();
    answer.add(woken::incrementAndGet);
    answer.onEnd(WHOLE);
    assertThat(woken).hasValue(0);

    answer.close(new End.Completed("message"));
    assertThat(woken).hasValue(1);
    assertThat(answer.end()).isCompletedWithValue(new End.Completed("message"));
  }

  @Test
  void isStoppedAtTheModelToo() {
    answer.asked(cancelled::incrementAndGet);
    assertThat(cancelled).hasValue(0);
    answer.cancel(Ending::stopped);

    assertThat(cancelled).hasValue(1);
  }

  @Test
  void isStoppedAtTheModelThoughThatIsAskedOnlyNow() {
    answer.cancel(Ending::stopped);
    answer.asked(cancelled::incrementAndGet);

    assertThat(cancelled).hasValue(1);
  }

  @Test
  void endsWithAWholeCharacter() {
    answer.onText("a\ud83d");
    assertThat(answer.length()).isEqualTo(1);
    answer.cancel(Ending::stopped);

    assertThat(answer.ending().map(Ending::text)).contains("a\ufffd");
    assertThat(answer.length()).isEqualTo(2);
  }

  /// Of the text `ab😀c`, in which the pair stands at 2 and 3.
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1", "0, 2, 2", "0, 3, 2", "0, 4, 4", "0, 9, 5", "1, 2, 2", "2, 1, 3", "2, 2, 4",
    "3, 1, 4", "3, 9, 5", "5, 9, 5", "7, 9, 7",
  })
  void endsPiecesBetweenCharacters(int from, int limit, int end) {
    answer.onText("ab😀c");

    assertThat(answer.pieceEnd(from, limit)).isEqualTo(end);
  }

  @Test
  void knowsWhatHasNotBeenSaved() {
    assertThat(answer.unsaved(false)).isEmpty();
    answer.onText("Hel");
    var first = answer.unsaved(false).orElseThrow();
    answer.onText("lo");
    assertThat(first).isEqualTo(new Part("msg_1", 0, "Hel"));
    assertThat(answer.unsaved(false)).contains(new Part("msg_1", 0, "Hello"));

    answer.saved(first);
    assertThat(answer.unsaved(false)).contains(new Part("msg_1", 3, "lo"));
    answer.saved(new Part("msg_1", 3, "lo"));
    assertThat(answer.unsaved(false)).isEmpty();
    assertThat(answer.unsaved(true)).contains(new Part("msg_1", 0, "Hello"));
  }

  @Test
  void leavesTheRestToTheEnding() {
    answer.onText("Hello");
    answer.onEnd(WHOLE);

    assertThat(answer.unsaved(false)).isEmpty();
  }

  private String text(int from, int to) {
    return ReadableNotation.text(answer, from, to);
  }
}
