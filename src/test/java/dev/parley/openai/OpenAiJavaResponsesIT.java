package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.NotFoundException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.conversations.ConversationCreateParams;
import com.openai.models.conversations.items.ItemCreateParams;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseRetrieveParams;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Responses and conversations by OpenAI's own library, which holds every answer and every event to
/// OpenAI's own description of them.
class OpenAiJavaResponsesIT {

  private static final ClientServer SERVER = ClientServer.start();

  private final OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(SERVER.baseUrl())
          .apiKey(SERVER.key())
          .maxRetries(0)
          .responseValidation(true)
          .build();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void asksAndReadsAgain() {
    var response = client.responses().create(question("say-3-0").build());
    assertThat(text(response)).isEqualTo("w0 w1 w2 ");
    assertThat(response.status()).contains(ResponseStatus.COMPLETED);
    assertThat(response.usage()).get().extracting(usage -> usage.outputTokens()).isEqualTo(3L);
    assertThat(text(client.responses().retrieve(response.id()))).isEqualTo("w0 w1 w2 ");
    assertThat(client.responses().inputItems().list(response.id()).data()).hasSize(1);

    var next = question("say-2-0").previousResponseId(response.id()).build();
    assertThat(client.responses().create(next).previousResponseId()).contains(response.id());
  }

  @Test
  void streamsAndTakesUpAgain() {
    var events = stream(question("say-5-5"));
    var whole = ResponseAccumulator.create();
    events.forEach(whole::accumulate);
    assertThat(text(whole.response())).isEqualTo("w0 w1 w2 w3 w4 ");

    var params =
        ResponseRetrieveParams.builder().responseId(whole.response().id()).startingAfter(6).build();
    assertThat(streamAgain(params)).isEqualTo(events.subList(7, events.size()));
  }

  @Test
  void usesATool() {
    var first = client.responses().create(question("tools").addTool(weather()).build());
    var call = first.output().getFirst().asFunctionCall();
    assertThat(call.arguments()).isEqualTo("{\"city\":\"Oslo\"}");
    var output =
        ResponseInputItem.FunctionCallOutput.builder()
            .callId(call.callId())
            .output("raining")
            .build();
    var next =
        question("tools")
            .addTool(weather())
            .previousResponseId(first.id())
            .inputOfResponse(List.of(ResponseInputItem.ofFunctionCallOutput(output)));
    assertThat(text(client.responses().create(next.build()))).isEqualTo("It is raining.");
  }

  @Test
  void usesToolsAmidAStream() {
    var whole = ResponseAccumulator.create();
    stream(question("two-tools").addTool(weather())).forEach(whole::accumulate);
    assertThat(text(whole.response())).isEqualTo("Let me look.");
    assertThat(whole.response().output().subList(1, 3))
        .extracting(item -> item.asFunctionCall().callId())
        .containsExactly("call_Oslo", "call_Rome");
    var items = client.responses().inputItems().list(whole.response().id()).data();
    assertThat(items).hasSize(1);
  }

  @Test
  void runsInTheBackgroundAndCancels() {
    var begun = client.responses().create(question("say-500-20").background(true).build());
    assertThat(begun.status()).contains(ResponseStatus.IN_PROGRESS);
    assertThat(client.responses().cancel(begun.id()).status()).contains(ResponseStatus.CANCELLED);
    assertThat(client.responses().retrieve(begun.id()).status()).contains(ResponseStatus.CANCELLED);
  }

  @Test
  void deletes() {
    var response = client.responses().create(question("say-1-0").build());
    client.responses().delete(response.id());
    assertThatThrownBy(() -> client.responses().retrieve(response.id()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void keepsNothing() {
    var response = client.responses().create(question("say-2-0").store(false).build());
    assertThat(text(response)).isEqualTo("w0 w1 ");
    assertThatThrownBy(() -> client.responses().retrieve(response.id()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void hearsThatAResponseFailed() {
    var events = stream(question("eof-3"));
    var failed = events.getLast().failed().orElseThrow().response();
    assertThat(failed.status()).contains(ResponseStatus.FAILED);
    assertThat(failed.error()).isPresent();
  }

  @Test
  void hasConversations() {
    var metadata = ConversationCreateParams.Metadata.builder().putProperty("a", "b").build();
    var made =
        client
            .conversations()
            .create(ConversationCreateParams.builder().metadata(metadata).build());
    var items = client.conversations().items();
    var message =
        EasyInputMessage.builder().role(EasyInputMessage.Role.USER).content("I am Ada.").build();
    var added =
        items.create(ItemCreateParams.builder().conversationId(made.id()).addItem(message).build());
    assertThat(added.data()).hasSize(1);
    client.responses().create(question("say-1-0").conversation(made.id()).build());
    assertThat(items.list(made.id()).autoPager()).hasSize(3);
    assertThat(client.conversations().retrieve(made.id()).id()).isEqualTo(made.id());
    assertThat(client.conversations().delete(made.id()).deleted()).isTrue();
    assertThatThrownBy(() -> client.conversations().retrieve(made.id()))
        .isInstanceOf(NotFoundException.class);
  }

  private static ResponseCreateParams.Builder question(String model) {
    return ResponseCreateParams.builder().model(model).input("How is Oslo?");
  }

  private static FunctionTool weather() {
    var parameters =
        FunctionTool.Parameters.builder()
            .putAdditionalProperty("type", JsonValue.from("object"))
            .build();
    return FunctionTool.builder().name("weather").parameters(parameters).strict(false).build();
  }

  private List<ResponseStreamEvent> stream(ResponseCreateParams.Builder question) {
    var events = new ArrayList<ResponseStreamEvent>();
    try (var stream = client.responses().createStreaming(question.build())) {
      stream.stream().forEach(event -> events.add(event.validate()));
    }
    return events;
  }

  private List<ResponseStreamEvent> streamAgain(ResponseRetrieveParams params) {
    var events = new ArrayList<ResponseStreamEvent>();
    try (var stream = client.responses().retrieveStreaming(params)) {
      stream.stream().forEach(event -> events.add(event.validate()));
    }
    return events;
  }

  private static String text(Response response) {
    var message = response.output().getFirst().asMessage();
    return message.content().getFirst().asOutputText().text();
  }
}
