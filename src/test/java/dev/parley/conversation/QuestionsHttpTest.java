package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions one after another, in the one thread that an account has of them.
@Contract
class QuestionsHttpTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void givesTheQuestionAndItsAnswer() {
    var answer = ask("say-3-0", "How are you?").expect(200);
    assertThat(answer.body().propertyNames())
        .containsExactlyInAnyOrder("id", "question", "answer", "created_at");
    assertThat(answer.text("id")).startsWith("msg_");
    assertThat(answer.text("question")).isEqualTo("How are you?");
    assertThat(answer.text("answer")).isEqualTo("w0 w1 w2 ");
    assertThat(Instant.parse(answer.text("created_at"))).isNotNull();
  }

  @Test
  void givesTheBareAnswerToWhoAcceptsText() {
    var body = "{\"question\":\"Hello\",\"model\":\"say-3-0\"}";
    var answer = member.send("POST", "/openai/question", body, Map.of("Accept", "text/plain"));
    assertThat(answer.expect(200).raw()).isEqualTo("w0 w1 w2 ");
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
  }

  @Test
  void streamsTheAnswerToWhoAsksForIt() throws InterruptedException {
    for (var streamed :
        List.of(
            List.of("application/json", ",\"stream\":true"), List.of("text/event-stream", ""))) {
      try (var answer = stream(streamed.getFirst(), streamed.getLast())) {
        var whole = AnswerTranscript.ofQuestion(answer.readToEnd(SOON));
        assertThat(whole.text()).isEqualTo("w0 ");
        assertThat(whole.end().name()).isEqualTo("message.completed");
      }
    }
  }

  @Test
  void remembersTheQuestionsBefore() {
    ask("say-1-0", "My name is Ada").expect(200);
    var told = JSON.readTree(ask("echo", "What is it?").expect(200).text("answer"));
    assertThat(told.valueStream().map(turn -> turn.get("content").stringValue()))
        .containsExactly("My name is Ada", "w0 ", "What is it?");
  }

  @Test
  void keepsThemAsOneOfTheConversations() {
    member.conversation();
    ask("say-1-0", "First").expect(200);
    ask("say-1-0", "Second").expect(200);

    var thread = conversations().getFirst();
    assertThat(conversations()).hasSize(2);
    assertThat(thread.get("title").stringValue()).isEqualTo("First");
    assertThat(thread.get("message_count").intValue()).isEqualTo(4);
  }

  @Test
  void beginsAnewOnceTheThreadIsDeleted() {
    ask("say-1-0", "First").expect(200);
    member.delete("/conversations/" + conversations().getFirst().get("id").stringValue());
    ask("say-1-0", "Second").expect(200);
    assertThat(conversations()).hasSize(1);
    assertThat(conversations().getFirst().get("message_count").intValue()).isEqualTo(2);
  }

  @Test
  void makesOneThreadHoweverManyAskFirst() throws InterruptedException {
    var statuses = Together.run(8, i -> ask("say-1-0", "Question " + i).status());
    assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 409);
    assertThat(conversations()).hasSize(1);
  }

  @Test
  void answersOneAfterAnother() throws InterruptedException {
    var model = GatedModel.of(server, 1);
    try (var _ = stream(model.name(), "text/event-stream", "")) {
      model.call();
      ask("say-1-0", "And now?").expectProblem(409, "conversation_busy");
      model.release(1);
    }
  }

  @Test
  void refusesWhatIsNoQuestionAndIgnoresTheRest() {
    member.post("/openai/question", "{}").expectInvalid("question");
    member
        .post("/openai/question", Map.of("question", "a".repeat(10_001)))
        .expectInvalid("question");
    member.post("/openai/question", "{'question':'Hello','temperature':1}").expect(200);
  }

  @Test
  void tellsAllAnswersToAllWhoListen() throws InterruptedException {
    try (var first = listen(member);
        var second = listen(member)) {
      ask("say-3-0", "One").expect(200);
      ask("say-2-0", "Two").expect(200);
      for (var listener : List.of(first, second)) {
        assertThat(heard(listener)).isEqualTo("w0 w1 w2 ");
        assertThat(heard(listener)).isEqualTo("w0 w1 ");
      }
    }
  }

  @Test
  void tellsAnAnswerThatIsBeingWrittenFromItsStart() throws InterruptedException {
    var model = GatedModel.of(server, 3);
    try (var asked = stream(model.name(), "text/event-stream", "")) {
      model.release(2);
      asked.next(SOON);
      asked.next(SOON);
      try (var late = listen(member)) {
        model.release(1);
        assertThat(heard(late)).isEqualTo(model.text());
      }
    }
  }

  @Test
  void tellsNobodyTheAnswersInOtherConversationsOrOfOthers() throws InterruptedException {
    var other = server.member();
    try (var listener = listen(member)) {
      other.post("/openai/question", "{'question':'Theirs','model':'say-5-0'}").expect(200);
      member.ask(member.conversation(), "say-4-0", "Elsewhere").expect(200);
      ask("say-1-0", "Here").expect(200);
      assertThat(heard(listener)).isEqualTo("w0 ");
    }
  }

  /// The text of the next answer, which has to come whole.
  private static String heard(EventStream listener) throws InterruptedException {
    var events = new ArrayList<Event>();
    do {
      events.add(listener.next(SOON));
    } while (!events.getLast().name().matches("message\\.(completed|failed|stopped)"));
    return AnswerTranscript.ofQuestion(events).text();
  }

  private EventStream listen(Client who) throws InterruptedException {
    var stream = EventStream.get(server.uri("/openai/stream"), who.headers());
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.nextComment(SOON)).isEmpty();
    return stream;
  }

  private EventStream stream(String accept, String more) {
    return stream("say-1-0", accept, more);
  }

  private EventStream stream(String model, String accept, String more) {
    var headers = new TreeMap<>(member.headers());
    headers.put("Accept", accept);
    return EventStream.post(
        server.uri("/openai/question"),
        headers,
        "{\"question\":\"Hello\",\"model\":\"%s\"%s}".formatted(model, more));
  }

  private Response ask(String model, String question) {
    return member.post("/openai/question", Map.of("question", question, "model", model));
  }

  private List<JsonNode> conversations() {
    return member.get("/conversations").expect(200).body().get("data").valueStream().toList();
  }
}
