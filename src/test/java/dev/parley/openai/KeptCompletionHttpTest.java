package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Chat completions that are kept in a conversation because they say so.
@Contract
class KeptCompletionHttpTest {

  private static final String PATH = "/v1/chat/completions";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void makesAConversationOfOneThatIsToBeStored() throws InterruptedException {
    ask("'model':'say-2-7','store':true").expect(200);
    var conversation = member.get("/conversations").expect(200).body().at("/data/0");
    assertThat(conversation.get("title").asString()).isEqualTo("And mine?");
    assertThat(conversation.get("model").asString()).isEqualTo("say-2-7");
    var messages = messages(conversation.get("id").asString());
    assertThat(messages.at("/0/content").asString()).isEqualTo("And mine?");
    assertThat(messages.at("/1/content").asString()).isEqualTo("w0 w1 ");
    assertThat(messages.at("/1/status").asString()).isEqualTo("completed");
    assertThat(messages.at("/1/usage/output_tokens").intValue()).isEqualTo(2);
    assertThat(server.model().awaitCall("say-2-7", PATIENCE).raw())
        .as("what is said to the one who keeps")
        .doesNotContain("store");
  }

  @Test
  void addsToTheConversationThatIsNamed() throws InterruptedException {
    var conversation = member.conversation();
    member.ask(conversation, "say-1-0", "First").expect(200);
    ask("'model':'say-2-8','metadata':{'conversation_id':'%s'}".formatted(conversation))
        .expect(200);
    assertThat(messages(conversation))
        .extracting(message -> message.get("content").asString())
        .containsExactly("First", "w0 ", "And mine?", "w0 w1 ");
    assertThat(server.model().awaitCall("say-2-8", PATIENCE).messages())
        .as("the messages that came are the context")
        .hasSize(3);
  }

  @Test
  void keepsWhatAStreamHasSaid() throws InterruptedException {
    var conversation = member.conversation();
    var stream =
        EventStream.post(
            server.uri(PATH),
            member.headers(),
            body("'stream':true,'metadata':{'conversation_id':'%s'}".formatted(conversation)));
    assertThat(stream.readToEnd(PATIENCE).getLast().data()).isEqualTo("[DONE]");
    assertThat(messages(conversation).at("/1/content").asString()).isEqualTo("w0 w1 w2 ");
  }

  @Test
  void endsTheStreamOfAnAnswerThatIsStopped() throws InterruptedException {
    var model = GatedModel.of(server, 3);
    var conversation = member.conversation();
    var body =
        body(
            "'model':'%s','stream':true,'metadata':{'conversation_id':'%s'}"
                .formatted(model.name(), conversation));
    try (var stream = EventStream.post(server.uri(PATH), member.headers(), body)) {
      model.release(1);
      stream.next(PATIENCE);
      stream.next(PATIENCE);
      member
          .post("/conversations/%s/messages".formatted(conversation), "{'content':'Too soon'}")
          .expectProblem(409, "conversation_busy");
      ask("'metadata':{'conversation_id':'%s'}".formatted(conversation))
          .expectError(409, "conversation_busy");
      var answer = messages(conversation).at("/1/id").asString();
      member.post("/messages/%s/stop".formatted(answer), "").expect(200);
      var last = stream.readToEnd(PATIENCE).getLast();
      assertThat(last.json().at("/error/code").asString()).isEqualTo("answer_stopped");
    }
  }

  @Test
  void knowsNoConversationOfSomebodyElse() {
    var theirs = server.member().conversation();
    var asked =
        ask("'model':'say-1-9','metadata':{'conversation_id':'%s'}".formatted(theirs))
            .expectError(404, "not_found");
    var unknown =
        ask("'model':'say-1-9','metadata':{'conversation_id':'conv_none'}")
            .expectError(404, "not_found");
    assertThat(asked.raw()).isEqualTo(unknown.raw());
    assertThat(server.model().count("say-1-9")).isZero();
  }

  @Test
  void keepsNothingOfWhatCannotBeAsked() {
    ask("'store':true,'model':'context-too-long'").expectError(422, "context_length_exceeded");
    member
        .post(PATH, "{'store':true,'messages':[{'role':'system','content':'Be brief.'}]}")
        .expectError(422, "invalid_value");
    member
        .post(PATH, "{'metadata':{'conversation_id':7},'messages':[{}]}")
        .expectError(422, "invalid_value");
    var conversations = member.get("/conversations").expect(200).body().get("data");
    assertThat(conversations).as("the question that was asked in vain").hasSize(1);
  }

  private Response ask(String fields) {
    return member.send("POST", PATH, body(fields), Map.of());
  }

  private static String body(String fields) {
    return """
    {%s,'messages':[{'role':'user','content':'Yours?'},{'role':'assistant','content':'Blue.'},
    {'role':'user','content':[{'type':'text','text':'And mine?'}]}]}\
    """
        .formatted(fields)
        .replace('\'', '"');
  }

  private JsonNode messages(String conversation) {
    return member
        .get("/conversations/%s/messages".formatted(conversation))
        .expect(200)
        .body()
        .get("data");
  }
}
