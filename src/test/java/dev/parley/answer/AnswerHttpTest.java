package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Script;
import dev.parley.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();

  @Test
  void streamsAnAnswerWithOffsetsForIds() throws InterruptedException {
    var member = server.member();
    try (var stream = member.askStreaming(member.conversation(), "emoji-40-1", "Hello")) {
      var answer = AnswerTranscript.ofQuestion(stream.readToEnd(SOON));
      assertThat(answer.text()).isEqualTo(Script.emoji(40).text());
    }
  }
}
