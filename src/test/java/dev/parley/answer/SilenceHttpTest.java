package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.ImpatientServer;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Comment lines keep a connection open on which nothing else is said. Here they come every tenth
/// of a second.
@Keeps("model.comments")
class SilenceHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = ImpatientServer.shared();
  private final Client member = server.member();

  @Test
  void isFilledBeforeTheFirstToken() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "silent")) {
      assertThat(answer.stream().nextComment(SOON)).isEmpty();
      assertThat(answer.stream().nextComment(SOON)).isEmpty();
      answer.stop();
      assertThat(answer.whole().text()).isEmpty();
    }
  }

  @Test
  void isFilledInTheMiddleOfAnAnswer() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "stall-2")) {
      assertThat(answer.nextText(6)).isEqualTo("w0 w1 ");
      answer.stream().nextComment(SOON);
      answer.stream().nextComment(SOON);
      try (var second = answer.resume(6)) {
        // The first comes with the head, because there is nothing else to say.
        second.nextComment(SOON);
        second.nextComment(SOON);
        answer.stop();

        var rest = AnswerTranscript.resumedAt(6, second.readToEnd(SOON));
        assertThat(rest.end()).isEqualTo(answer.rest(6).end());
      }
    }
  }

  @Test
  void isFilledWhereNothingHappensToConversations() throws InterruptedException {
    try (var feed = EventStream.get(server.uri("/events"), member.headers())) {
      feed.next(SOON);
      feed.nextComment(SOON);
      feed.nextComment(SOON);
    }
  }
}
