package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Contract
class ConversationDeletionHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  private final Client member = SERVER.member();
  private final Talk talk = Talk.start(member);

  @Test
  void saysNothingMore() {
    assertThat(member.delete(talk.path("")).expect(204).raw()).isEmpty();
  }

  @Test
  void takesTheConversationAway() {
    member.delete(talk.path("")).expect(204);
    member.get(talk.path("")).expectProblem(404, "not_found");
    member.patch(talk.path(""), "{'title':'x'}").expectProblem(404, "not_found");
    member.delete(talk.path("")).expectProblem(404, "not_found");
    member.get(talk.path("/messages")).expectProblem(404, "not_found");
    talk.post("{'content':'Hello'}").expectProblem(404, "not_found");
    assertThat(member.get("/conversations").body().get("data").isEmpty()).isTrue();
  }

  @Test
  void takesItsMessagesAlong() {
    var exchange = talk.ask("Hello");
    talk.regenerate(exchange.questionId());
    talk.askFirst("Hello again");
    member.delete(talk.path("")).expect(204);
    for (var id : new String[] {exchange.questionId(), exchange.answerId()}) {
      member.get("/messages/" + id).expectProblem(404, "not_found");
      member.get("/messages/%s/stream".formatted(id)).expectProblem(404, "not_found");
      member.post("/messages/%s/regenerate".formatted(id), "{}").expectProblem(404, "not_found");
    }
    assertThat(
            SERVER
                .bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM messages WHERE conversation_id = :id")
                .param("id", talk.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void leavesNothingToBeFound() {
    talk.ask("The platypus is a mammal");
    member.delete(talk.path("")).expect(204);
    // Takes the place in the tables that the deleted one had.
    Talk.start(member).ask("Something else");
    assertThat(member.get("/conversations?q=platypus").body().get("data").isEmpty()).isTrue();
  }

  @Test
  void leavesTheOtherConversations() {
    var other = Talk.start(member);
    other.ask("Hello");
    talk.ask("Hello");
    member.delete(talk.path("")).expect(204);
    assertThat(other.branch()).hasSize(2);
    assertThat(Talk.ids(member.get("/conversations").body().get("data").valueStream().toList()))
        .containsExactly(other.id());
  }
}
