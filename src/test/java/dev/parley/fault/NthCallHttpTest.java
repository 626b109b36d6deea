package dev.parley.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Exchange;
import dev.parley.testing.Keeps;
import dev.parley.testing.Script;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The n-th call to the model fails, of those of one conversation.
@Keeps("nth.call")
class NthCallHttpTest {

  private static final int QUESTIONS = 3;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  @BeforeAll
  static void install() {
    SERVER
        .model()
        .with("nth-cut-N", exchange -> answer(exchange, 2))
        .with("nth-closed-N", exchange -> answer(exchange, 0));
  }

  private static void answer(Exchange exchange, int wordsBefore) throws IOException {
    var fails = exchange.call().ordinal() == exchange.number(0);
    if (fails && wordsBefore == 0) {
      exchange.wire().finish();
      return;
    }
    var answer = exchange.begin();
    answer.say(Script.words(fails ? wordsBefore : QUESTIONS));
    if (fails) {
      exchange.wire().reset();
    } else {
      answer.finish("stop");
      answer.done();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void losesOneAnswerWhereItBreaksOff(int n) throws InterruptedException {
    var expected = new ArrayList<>(Collections.nCopies(QUESTIONS, "message.completed w0 w1 w2 "));
    if (n <= QUESTIONS) {
      expected.set(n - 1, "message.failed w0 w1 ");
    }

    assertThat(ends("nth-cut-" + n)).isEqualTo(expected);
    assertThat(SERVER.model().calls("nth-cut-" + n)).as("none asked twice").hasSize(QUESTIONS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void losesNoneWhereItFailsBeforeTheFirstByte(int n) throws InterruptedException {
    assertThat(ends("nth-closed-" + n)).containsOnly("message.completed w0 w1 w2 ");
    assertThat(SERVER.model().calls("nth-closed-" + n))
        .as("one of them asked twice")
        .hasSize(QUESTIONS + (n <= QUESTIONS ? 1 : 0));
  }

  /// Asks some questions one after another, and tells how each of the answers ended, as it was
  /// heard and as it is stored.
  private static List<String> ends(String model) throws InterruptedException {
    var conversation = MEMBER.conversation();
    var ends = new ArrayList<String>();
    for (var question = 0; question < QUESTIONS; question++) {
      try (var stream = MEMBER.askStreaming(conversation, model, "Question " + question)) {
        var answer = AnswerTranscript.ofQuestion(stream.readToEnd(SOON));
        ends.add(answer.end().name() + " " + answer.text());
      }
    }
    assertThat(MEMBER.get("/conversations/%s/messages".formatted(conversation)).body().get("data"))
        .filteredOn(message -> message.get("role").stringValue().equals("assistant"))
        .extracting(
            message ->
                "message.%s %s"
                    .formatted(
                        message.get("status").stringValue(), message.get("content").stringValue()))
        .isEqualTo(ends);
    return ends;
  }
}
