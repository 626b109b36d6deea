package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.TokenEstimate;
import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What goes to the model with a question: the model `echo` says what it was told.
class ContextHttpTest {

  private static final String ANSWER = "assistant: w0 ";
  private static final Client MEMBER = TestServer.shared().member();

  private final Talk talk = Talk.start(MEMBER);

  @Test
  void isTheQuestionAloneAtFirst() {
    var echoed = talk.askEcho("Q1");
    assertThat(Talk.told(echoed)).containsExactly("user: Q1");
    reports(echoed, 0, 0, "Q1");
  }

  @Test
  void isAllThatWasSaidBeforeInOrder() {
    talk.ask("Q1");
    talk.ask("Q2");
    var echoed = talk.askEcho("Q3");
    assertThat(Talk.told(echoed))
        .containsExactly("user: Q1", ANSWER, "user: Q2", ANSWER, "user: Q3");
    reports(echoed, 4, 0, "Q1", "w0 ", "Q2", "w0 ", "Q3");
  }

  @Test
  void beginsWithTheDeveloperMessage() {
    var told = Talk.start(MEMBER, Map.of("developer_message", "Be brief."));
    told.ask("Q1");
    var echoed = told.askEcho("Q2");
    assertThat(Talk.told(echoed))
        .containsExactly("system: Be brief.", "user: Q1", ANSWER, "user: Q2");
    reports(echoed, 2, 0, "Be brief.", "Q1", "w0 ", "Q2");
  }

  @Test
  void hasTheDeveloperMessageAsItIsNow() {
    MEMBER.patch(talk.path(""), "{'developer_message':'Rhyme.'}").expect(200);
    assertThat(Talk.told(talk.askEcho("Q1"))).containsExactly("system: Rhyme.", "user: Q1");
    MEMBER.patch(talk.path(""), "{'developer_message':null}").expect(200);
    assertThat(Talk.told(talk.askEcho("Q2"))).doesNotContain("system: Rhyme.").hasSize(3);
  }

  @Test
  void isOfTheBranchAlone() {
    var first = talk.ask("Q1");
    talk.ask("Q2");
    talk.ask("Q3");
    talk.askAfter(first.answerId(), "Q2, edited");
    assertThat(Talk.told(talk.askEcho("Q3 of the edited")))
        .containsExactly("user: Q1", ANSWER, "user: Q2, edited", ANSWER, "user: Q3 of the edited");
  }

  @Test
  void isOfTheBranchThatTheQuestionGoesTo() {
    talk.ask("Q1");
    var second = talk.ask("Q2");
    talk.askFirst("Elsewhere");
    var echoed =
        Talk.Exchange.of(
            talk.send(Map.of("content", "Q3", "model", "echo", "parent_id", second.answerId())));
    assertThat(Talk.told(echoed))
        .containsExactly("user: Q1", ANSWER, "user: Q2", ANSWER, "user: Q3");
    reports(echoed, 4, 0, "Q1", "w0 ", "Q2", "w0 ", "Q3");
  }

  @Test
  void isNothingEarlierForANewFirstQuestion() {
    talk.ask("Q1");
    var echoed =
        Talk.Exchange.of(talk.post("{'content':'Afresh','model':'echo','parent_id':null}"));
    assertThat(Talk.told(echoed)).containsExactly("user: Afresh");
    reports(echoed, 0, 0, "Afresh");
  }

  @Test
  void hasAtMostFiftyEarlierMessages() {
    var said = new ArrayList<String>();
    for (var i = 0; i < 27; i++) {
      talk.ask("Q" + i);
      said.addAll(List.of("user: Q" + i, ANSWER));
    }
    var echoed = talk.askEcho("Last");
    var expected = new ArrayList<>(said.subList(4, 54));
    expected.add("user: Last");
    assertThat(Talk.told(echoed)).isEqualTo(expected);
    assertThat(echoed.context().get("messages").intValue()).isEqualTo(50);
    assertThat(echoed.context().get("left_out").intValue()).isEqualTo(4);
  }

  @Test
  void hasTextAsItWasWritten() {
    var text = "\"quoted\" \\ <b>&amp;</b> 😀 \u2028 ${x}\n\ttab";
    var echoed = Talk.Exchange.of(talk.send(Map.of("content", text, "model", "echo")));
    assertThat(Talk.told(echoed)).containsExactly("user: " + text);
  }

  @Test
  void isReportedBeforeTheAnswerToo() throws InterruptedException {
    talk.ask("Q1");
    try (var stream = MEMBER.askStreaming(talk.id(), "say-1-0", "Q2")) {
      var context = stream.next(Duration.ofSeconds(10)).json().get("context");
      assertThat(context.get("messages").intValue()).isEqualTo(2);
      assertThat(context.get("left_out").intValue()).isZero();
      assertThat(context.get("estimated_tokens").intValue()).isEqualTo(tokens("Q1", "w0 ", "Q2"));
    }
  }

  private static void reports(Talk.Exchange echoed, int messages, int leftOut, String... sent) {
    var context = echoed.context();
    assertThat(context.get("messages").intValue()).isEqualTo(messages);
    assertThat(context.get("left_out").intValue()).isEqualTo(leftOut);
    assertThat(context.get("estimated_tokens").intValue()).isEqualTo(tokens(sent));
  }

  private static int tokens(String... sent) {
    return List.of(sent).stream()
        .mapToInt(text -> TokenEstimate.of(text) + TokenEstimate.PER_MESSAGE)
        .sum();
  }
}
