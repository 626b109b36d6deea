package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.model.Passage;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PassingTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int TOO_MUCH = 70_000; // bytes

  private final Passing passing = new Passing(true);
  private final List<String> told = new CopyOnWriteArrayList<>();

  /// A model that was asked once more may be read on another event loop than its reader's.
  @Test
  void hasTheModelReadOnThoughTheReaderTakesAllWhileItIsMadeToWait() throws InterruptedException {
    var reader = Thread.ofPlatform().unstarted(() -> passing.moveTo(Unpooled.buffer()));
    passing.take(
        Unpooled.buffer().writeZero(TOO_MUCH),
        new Passage.Source() {
          @Override
          public void pause() {
            reader.start();
            await().atMost(SOON).until(() -> isWaitingOrDone(reader));
            told.add("pause");
          }

          @Override
          public void resume() {
            told.add("resume");
          }
        });
    reader.join();

    assertThat(told).containsExactly("pause", "resume");
  }

  private static boolean isWaitingOrDone(Thread thread) {
    return thread.getState() == Thread.State.BLOCKED
        || thread.getState() == Thread.State.TERMINATED;
  }
}
