package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

@Contract
class IndexingHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  /// One such message is as much as comes into the index at one time.
  private static final String LONG_TEXT = "The platypus lays eggs. ".repeat(5_000);

  private static final int MANY = 128;

  /// In bytes: a fraction of what all of the texts are.
  private static final long FEW_TEXTS = 16_000_000;

  /// A server that has little memory may have to bring in many long messages.
  @Test
  void readsFewLongTextsAtOneTime() {
    var talk = Talk.start(SERVER.member());
    insertLongTexts(talk.id());
    try {
      assertThat(allocated(SERVER.bean(TextIndex.class)::catchUp)).isLessThan(FEW_TEXTS);
    } finally {
      SERVER.write("DELETE FROM conversations WHERE id = ?", talk.id());
    }
  }

  private static void insertLongTexts(String conversation) {
    SERVER.write(
        """
        INSERT INTO messages
          (id, conversation_id, branch, depth, role, content, tokens, status, created_at)
        VALUES (CONCAT(?, '_0'), ?, 0, 0, 'user', ?, 1, 'completed', 0)
        """,
        conversation,
        conversation,
        LONG_TEXT);
    for (var count = 1; count < MANY; count *= 2) {
      SERVER.write(
          """
          INSERT INTO messages
            (id, conversation_id, branch, depth, role, content, tokens, status, created_at)
          SELECT CONCAT(conversation_id, '_', depth + %1$d), conversation_id, 0, depth + %1$d,
            'user', content, 1, 'completed', 0
          FROM messages
          WHERE conversation_id = ?
          """
              .formatted(count),
          conversation);
    }
  }

  /// How many bytes this thread takes for it.
  private static long allocated(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
