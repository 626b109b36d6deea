package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.ModelEnd;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One answer that a thread writes while others read it, as model and clients do on their event
/// loops.
class ConcurrentReadersTest {

  private static final int PIECES = 20_000;
  private static final String PIECE = "a😀";

  private final LiveAnswer answer =
      new LiveAnswer("msg_1", Unstored.TOPIC, Unstored.STORE, ConcurrentReadersTest::tell);

  @Test
  void seeAllOfItAndItsEnd() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var readers = IntStream.range(0, 4).mapToObj(i -> threads.submit(reader(2 + 7 * i))).toList();
      var late = threads.submit(this::writeAndReadAgain);
      for (var reader : readers) {
        assertThat(reader.get()).isEqualTo(PIECE.repeat(PIECES));
      }
      assertThat(late.get()).isEqualTo(PIECE.repeat(PIECES));
    }
  }

  private String writeAndReadAgain() throws InterruptedException {
    for (var i = 0; i < PIECES; i++) {
      answer.onText("a\ud83d");
      answer.onText("\ude00");
    }
    answer.onEnd(new ModelEnd.Whole(null));
    return read(1_000);
  }

  private Callable<String> reader(int pieces) {
    return () -> read(pieces);
  }

  private String read(int pieces) throws InterruptedException {
    var woken = new Semaphore(0);
    Runnable waker = woken::release;
    answer.add(waker);
    var text = new StringBuilder();
    while (true) {
      var hasEnded = answer.end().isDone();
      var to = answer.pieceEnd(text.length(), pieces);
      if (to > text.length()) {
        text.append(ReadableNotation.text(answer, text.length(), to));
      } else if (hasEnded) {
        answer.remove(waker);
        return text.toString();
      } else {
        woken.acquire();
        woken.drainPermits();
      }
    }
  }

  private static void tell(LiveAnswer sealed) {
    sealed.close(new End.Completed("message"));
  }
}
