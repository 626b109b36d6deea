package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A second question while an answer is being written.
@Contract
class BusyHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String WAITING = "gated-1";
  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  private final Talk talk = Talk.start(MEMBER);
  private final Talk.Exchange before = talk.ask("Before");

  @Test
  void isRefusedInTheSameBranch() throws InterruptedException {
    try (var stream = MEMBER.askStreaming(talk.id(), WAITING, "First")) {
      var answer = answerOf(stream);
      talk.post("{'content':'Second'}").expectProblem(409, "conversation_busy");
      talk.send(Map.of("content", "Second", "parent_id", answer))
          .expectProblem(409, "conversation_busy");
      finish(stream);
    }
    talk.ask("Third");
    assertThat(talk.lines()).containsExactly("Before", "w0 ", "First", "w0 ", "Third", "w0 ");
    assertThat(talk.all()).hasSize(6);
  }

  /// As after a crash of the database, where nobody heard that a question was stored.
  @Test
  void isTakenSoonWhereNobodyWritesTheAnswer() {
    SERVER.write("UPDATE messages SET status = 'in_progress' WHERE id = ?", before.answerId());
    for (var looks = 0; looks < 2; looks++) {
      SERVER.bean(Inspection.class).look();
    }

    talk.ask("After");
    assertThat(MEMBER.get("/messages/" + before.answerId()).text("status"))
        .isEqualTo("interrupted");
  }

  @Test
  void isTakenInAnotherBranch() throws InterruptedException {
    try (var stream = MEMBER.askStreaming(talk.id(), WAITING, "First")) {
      answerOf(stream);
      talk.askAfter(before.answerId(), "Beside");
      talk.ask("On beside");
      talk.askFirst("Afresh");
      assertThat(talk.lines()).containsExactly("Afresh", "w0 ");
      finish(stream);
    }
    assertThat(talk.all()).hasSize(10);
  }

  @Test
  void isTakenInAnotherConversation() throws InterruptedException {
    try (var stream = MEMBER.askStreaming(talk.id(), WAITING, "First")) {
      answerOf(stream);
      Talk.start(MEMBER).ask("Elsewhere");
      finish(stream);
    }
  }

  @Test
  void isTakenOnceTheAnswerIsStopped() throws InterruptedException {
    try (var stream = MEMBER.askStreaming(talk.id(), "stall-0", "First")) {
      var answer = answerOf(stream);
      MEMBER.post("/messages/%s/stop".formatted(answer), "").expect(200);
      talk.ask("Second");
    }
    assertThat(talk.lines()).containsExactly("Before", "w0 ", "First", "", "Second", "w0 ");
  }

  @Test
  void canBeNoOtherAnswerInPlaceOfTheOneThatIsBeingWritten() throws InterruptedException {
    try (var stream = MEMBER.askStreaming(talk.id(), WAITING, "First")) {
      var answer = answerOf(stream);
      MEMBER
          .post("/messages/%s/regenerate".formatted(answer), "{}")
          .expectProblem(409, "conversation_busy");
      finish(stream);
    }
  }

  @Keeps("fifty.once")
  @Test
  void isTakenOnceWhereFiftyComeAtOnce() throws InterruptedException {
    fifty(talk, List.of("Before", "w0 "));
  }

  @Keeps("fifty.once")
  @Test
  void isTakenOnceWhereFiftyComeAtOnceToAnEmptyConversation() throws InterruptedException {
    fifty(Talk.start(MEMBER), List.of());
  }

  private static void fifty(Talk talk, List<String> earlier) throws InterruptedException {
    var streams =
        Together.run(50, number -> MEMBER.askStreaming(talk.id(), WAITING, "Question " + number));
    var taken = new ArrayList<Integer>();
    for (var number = 0; number < streams.size(); number++) {
      if (streams.get(number).status() == 200) {
        taken.add(number);
      } else {
        var refused = streams.get(number);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused.body(SOON))).isEqualTo("conversation_busy");
      }
    }
    assertThat(taken).hasSize(1);
    SERVER.model().release(WAITING, 1);
    var answer = AnswerTranscript.ofQuestion(streams.get(taken.getFirst()).readToEnd(SOON));
    assertThat(answer.text()).isEqualTo("w0 ");
    var expected = new ArrayList<>(earlier);
    expected.addAll(List.of("Question " + taken.getFirst(), "w0 "));
    assertThat(talk.lines()).isEqualTo(expected);
    assertThat(Talk.contents(talk.all())).isEqualTo(expected);
    assertThat(talk.conversation().get("message_count").intValue()).isEqualTo(expected.size());
    talk.ask("After");
    streams.forEach(EventStream::close);
  }

  private static String answerOf(EventStream stream) throws InterruptedException {
    return stream.next(SOON).json().at("/message/id").stringValue();
  }

  private static void finish(EventStream stream) throws InterruptedException {
    SERVER.model().release(WAITING, 1);
    var end = stream.readToEnd(SOON).getLast();
    assertThat(end.name()).isEqualTo("message.completed");
  }

  private static String code(String problem) {
    return new JsonMapper().readTree(problem).get("code").stringValue();
  }
}
