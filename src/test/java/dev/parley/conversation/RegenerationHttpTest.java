package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Contract
class RegenerationHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  private final Talk talk = Talk.start(MEMBER);
  private final Talk.Exchange first = talk.ask("Q1");

  @Test
  void givesASiblingOfAnAnswer() {
    var again = talk.regenerate(first.answerId());
    assertThat(again.answerId()).isNotEqualTo(first.answerId());
    assertThat(again.answer().get("parent_id").stringValue()).isEqualTo(first.questionId());
    assertThat(talk.branch()).containsExactly(first.question(), again.answer());
    assertThat(talk.all()).containsExactly(first.question(), first.answer(), again.answer());
    assertThat(talk.conversation().get("message_count").intValue()).isEqualTo(3);
  }

  @Test
  void givesAnAnswerToAQuestionToo() {
    var again = talk.regenerate(first.questionId());
    assertThat(again.answer().get("parent_id").stringValue()).isEqualTo(first.questionId());
    assertThat(talk.branch()).containsExactly(first.question(), again.answer());
  }

  @Test
  void comesBackWithTheQuestionAsItIs() {
    talk.ask("Q2");
    var again = talk.regenerate(first.answerId());
    assertThat(again.question()).isEqualTo(first.question());
  }

  @Test
  void leavesWhatFollowedTheOtherAnswer() {
    var second = talk.ask("Q2");
    var again = talk.regenerate(first.answerId());
    assertThat(talk.branch()).containsExactly(first.question(), again.answer());
    var third = talk.ask("Q3");
    assertThat(third.question().get("parent_id").stringValue()).isEqualTo(again.answerId());
    assertThat(talk.all()).contains(second.question(), second.answer()).hasSize(7);
  }

  @Test
  void sendsWhatStoodBeforeTheQuestionAndNothingAfterIt() {
    talk.ask("Q2");
    var third = talk.ask("Q3");
    talk.ask("Q4");
    var echoed =
        Talk.Exchange.of(
            MEMBER.post(
                "/messages/%s/regenerate".formatted(third.answerId()), Map.of("model", "echo")));
    assertThat(Talk.told(echoed))
        .containsExactly("user: Q1", "assistant: w0 ", "user: Q2", "assistant: w0 ", "user: Q3");
    assertThat(echoed.context().get("messages").intValue()).isEqualTo(4);
    assertThat(echoed.context().get("left_out").intValue()).isZero();
  }

  @Test
  void sendsNothingBeforeAFirstQuestion() {
    talk.ask("Q2");
    var echoed =
        Talk.Exchange.of(
            MEMBER.post(
                "/messages/%s/regenerate".formatted(first.questionId()), Map.of("model", "echo")));
    assertThat(Talk.told(echoed)).containsExactly("user: Q1");
    assertThat(echoed.context().get("messages").intValue()).isZero();
  }

  @Test
  void asksTheConversationsModelWhereNoneIsNamed() {
    var again = MEMBER.post("/messages/%s/regenerate".formatted(first.answerId()), "{}");
    assertThat(again.expect(200).body().at("/message/model").stringValue()).isEqualTo("say-3-0");
  }

  @Test
  void needsNoBody() {
    var path = "/messages/%s/regenerate".formatted(first.answerId());
    MEMBER.send("POST", path, null, Map.of()).expect(200);
    assertThat(talk.all()).hasSize(3);
  }

  @Test
  void canBeStreamed() throws InterruptedException {
    var path = SERVER.uri("/messages/%s/regenerate".formatted(first.answerId()));
    try (var stream =
        EventStream.post(path, MEMBER.headers(), "{\"model\":\"say-2-0\",\"stream\":true}")) {
      var events = stream.readToEnd(Duration.ofSeconds(10));
      assertThat(events.getFirst().name()).isEqualTo("message.started");
      assertThat(events.getFirst().json().get("user_message")).isEqualTo(first.question());
      assertThat(events.getLast().name()).isEqualTo("message.completed");
    }
  }

  @Test
  void givesAsManyAsAreAskedFor() {
    for (var i = 0; i < 5; i++) {
      talk.regenerate(first.answerId());
    }
    assertThat(talk.all())
        .filteredOn(message -> message.get("parent_id").asString("").equals(first.questionId()))
        .hasSize(6);
  }

  @Test
  void canMendAnAnswerThatFailed() {
    talk.post("{'content':'Q2','model':'status-500'}").expect(502);
    var failed = talk.branch().getLast();
    talk.regenerate(failed.get("id").stringValue());
    assertThat(talk.lines()).containsExactly("Q1", "w0 ", "Q2", "w0 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'content':'x'}", "{'parent_id':null}", "{'role':'user'}"})
  void refusesAFieldThatItDoesNotKnow(String body) {
    var field = body.substring(2, body.indexOf("':"));
    MEMBER.post("/messages/%s/regenerate".formatted(first.answerId()), body).expectInvalid(field);
    assertThat(talk.all()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'model':7}", "{'model':[]}", "{'stream':'true'}", "{'stream':1}"})
  void refusesValuesOfAnotherType(String body) {
    var field = body.substring(2, body.indexOf("':"));
    MEMBER.post("/messages/%s/regenerate".formatted(first.answerId()), body).expectInvalid(field);
  }
}
