package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Contract
class BranchHttpTest {

  private static final String ANSWER = "w0 ";
  private static final Client MEMBER = TestServer.shared().member();

  private final Talk talk = Talk.start(MEMBER);

  @Test
  void isALineOfQuestionsAndAnswers() {
    var first = talk.ask("Q1");
    var second = talk.ask("Q2");
    assertThat(talk.lines()).containsExactly("Q1", ANSWER, "Q2", ANSWER);
    assertThat(first.question().get("parent_id").isNull()).isTrue();
    assertThat(parent(first.answer())).isEqualTo(first.questionId());
    assertThat(parent(second.question())).isEqualTo(first.answerId());
    assertThat(parent(second.answer())).isEqualTo(second.questionId());
  }

  @Test
  void goesOnWhereItsEndIsNamed() {
    var first = talk.ask("Q1");
    talk.askAfter(first.answerId(), "Q2");
    assertThat(talk.lines()).containsExactly("Q1", ANSWER, "Q2", ANSWER);
  }

  @Test
  void beginsWhereAQuestionIsEdited() {
    var first = talk.ask("Q1");
    talk.ask("Q2");
    var edited = talk.askAfter(first.answerId(), "Q2, edited");
    assertThat(parent(edited.question())).isEqualTo(first.answerId());
    assertThat(talk.lines()).containsExactly("Q1", ANSWER, "Q2, edited", ANSWER);
    assertThat(Talk.contents(talk.all()))
        .containsExactly("Q1", ANSWER, "Q2", ANSWER, "Q2, edited", ANSWER);
    assertThat(talk.conversation().get("message_count").intValue()).isEqualTo(6);
  }

  @Test
  void isShownWhereItWasUsedLast() {
    var first = talk.ask("Q1");
    var second = talk.ask("Q2");
    talk.askAfter(first.answerId(), "Q2, edited");
    talk.ask("Q3 of the edited");
    assertThat(talk.lines())
        .containsExactly("Q1", ANSWER, "Q2, edited", ANSWER, "Q3 of the edited", ANSWER);
    talk.askAfter(second.answerId(), "Q3");
    assertThat(talk.lines()).containsExactly("Q1", ANSWER, "Q2", ANSWER, "Q3", ANSWER);
    talk.ask("Q4");
    assertThat(talk.lines())
        .containsExactly("Q1", ANSWER, "Q2", ANSWER, "Q3", ANSWER, "Q4", ANSWER);
  }

  @Test
  void beginsAnewWhereNullIsNamedForItsParent() {
    talk.ask("Q1");
    talk.ask("Q2");
    var fresh = talk.askFirst("Q1, edited");
    assertThat(fresh.question().get("parent_id").isNull()).isTrue();
    assertThat(talk.lines()).containsExactly("Q1, edited", ANSWER);
    talk.ask("Q2 of the edited");
    assertThat(talk.lines()).containsExactly("Q1, edited", ANSWER, "Q2 of the edited", ANSWER);
    assertThat(talk.all()).hasSize(8);
  }

  @Test
  void canBeginWithNullInAnEmptyConversation() {
    talk.askFirst("Q1");
    assertThat(talk.lines()).containsExactly("Q1", ANSWER);
  }

  @Test
  void canHaveManySiblings() {
    var first = talk.ask("Q1");
    var questions = new ArrayList<String>();
    for (var i = 0; i < 10; i++) {
      questions.add(talk.askAfter(first.answerId(), "Q2." + i).questionId());
    }
    assertThat(talk.lines()).containsExactly("Q1", ANSWER, "Q2.9", ANSWER);
    var children =
        talk.all().stream().filter(m -> m.get("parent_id").asString("").equals(first.answerId()));
    assertThat(Talk.ids(children.toList())).isEqualTo(questions);
  }

  @Test
  void canGrowOutOfBranchesThatGrewOutOfBranches() {
    var expected = new ArrayList<>(List.of("Q", ANSWER));
    var parent = talk.ask("Q");
    for (var depth = 0; depth < 12; depth++) {
      talk.ask("Draft " + depth);
      parent = talk.askAfter(parent.answerId(), "Edit " + depth);
      expected.addAll(List.of("Edit " + depth, ANSWER));
      assertThat(talk.lines()).isEqualTo(expected);
    }
    assertThat(talk.all()).hasSize(2 + 12 * 4);
  }

  private static String parent(JsonNode message) {
    return message.get("parent_id").stringValue();
  }
}
