package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Somebody else's conversations, responses and items, named by a client of OpenAI's interface.
class StrangersResponsesHttpTest {

  static final Set<String> PLACES =
      Set.of(
          "POST /v1/responses body previousResponseId",
          "GET /v1/responses/{id}/input_items query after",
          "GET /v1/conversations/{id}/items query after");

  private final Client stranger = Owned.SERVER.member();

  @Test
  void areNothingToGoOnWith() {
    var answer = Owned.ANSWER.replace("msg_", "resp_");
    tries("previous_response_id", answer);
    tries("conversation", Owned.CONVERSATION);
    assertThat(stranger.get("/conversations").body().get("data")).isEmpty();
  }

  private void tries(String field, String id) {
    var theirs = ask(field, id).expectError(404, "not_found");
    Sameness.of(theirs, ask(field, Owned.unknown(id)));
  }

  private Response ask(String field, String id) {
    return stranger.post("/v1/responses", Map.of("input", "Hello", field, id));
  }

  @Test
  void areNoPlaceInAList() {
    var response = stranger.post("/v1/responses", "{'input':'Hello'}").expect(200).text("id");
    var conversation = stranger.get("/conversations").body().at("/data/0/id").stringValue();
    for (var list :
        new String[] {
          "/v1/responses/" + response + "/input_items",
          "/v1/conversations/" + conversation + "/items"
        }) {
      var theirs = stranger.get(list + "?after=" + Owned.QUESTION);
      theirs.expectError(422, "invalid_value");
      Sameness.of(theirs, stranger.get(list + "?after=" + Owned.unknown(Owned.QUESTION)));
    }
  }

  @Test
  void areInNoConversationOfSomebodyElse() {
    var mine = stranger.conversation();
    var items = "/v1/conversations/" + mine + "/items/";
    for (var method : new String[] {"GET", "DELETE"}) {
      Sameness.of(
          stranger.send(method, items + Owned.ANSWER, null, Map.of()).expect(404),
          stranger.send(method, items + Owned.unknown(Owned.ANSWER), null, Map.of()));
    }
  }
}
