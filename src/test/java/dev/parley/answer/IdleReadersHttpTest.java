package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.IdleStream;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Readers that take less than the system itself would keep for them, of answers that are larger
/// than that.
class IdleReadersHttpTest {

  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final int TEXT = 6 << 20;
  private static final int READERS = 10;

  private static final TestServer SERVER =
      TestServer.start("--parley.model.largest-answer=6MB", "--parley.log.messages=false");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Keeps({"slow.memory", "slow.whole"})
  @Test
  void costNothingAndHoldNobodyUp() throws Exception {
    var member = SERVER.member();
    try (var answer = OpenAnswer.of(member, "gigabytes")) {
      var before = directMemory();
      var address = SERVER.uri("/messages/%s/stream".formatted(answer.id()));
      var idle =
          IntStream.range(0, READERS)
              .mapToObj(_ -> new IdleStream(address, member.headers()))
              .toList();
      var end = AnswerTranscript.resumedAt(0, answer.stream().readToEnd(A_WHILE));

      assertThat(directMemory() - before)
          .as("bytes kept for %d readers who did not read %d each", READERS, TEXT)
          .isLessThan(READERS * TEXT / 4);
      assertThat(end.text()).hasSizeGreaterThanOrEqualTo(TEXT);
      assertThat(answer.stored().path("content").stringValue()).isEqualTo(end.text());
      var late = AnswerTranscript.resumedAt(0, idle.getFirst().readAll(A_WHILE));
      assertThat(late.text()).isEqualTo(end.text());
      assertThat(late.end()).isEqualTo(end.end());
      idle.forEach(IdleStream::close);
    }
  }

  /// Who takes nothing cannot be told that the session has ended.
  @Test
  void areLeftBehindWhenTheirSessionEnds() throws Exception {
    var member = SERVER.member();
    var streams = SERVER.bean(OpenStreams.class);
    try (var answer = OpenAnswer.of(member.signInAgain(), "gigabytes");
        var _ =
            new IdleStream(
                SERVER.uri("/messages/%s/stream".formatted(answer.id())), member.headers())) {
      answer.stream().readToEnd(A_WHILE);
      Awaitility.await().until(() -> streams.count(member.session()) == 1);
      member.logOut();

      var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      while (streams.count(member.session()) > 0) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }

  private static long directMemory() {
    return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory();
  }
}
