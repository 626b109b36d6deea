package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.catalog.ModelDescription;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiModelCatalog;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// LangChain4j, pointed here.
class LangChain4jIT {

  private static final ToolSpecification WEATHER =
      ToolSpecification.builder()
          .name("weather")
          .parameters(JsonObjectSchema.builder().addStringProperty("city").build())
          .build();

  private static final ClientServer SERVER = ClientServer.start();

  private final String key = SERVER.key();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void listsModels() {
    var catalog = OpenAiModelCatalog.builder().baseUrl(SERVER.baseUrl()).apiKey(key).build();
    assertThat(catalog.listModels()).extracting(ModelDescription::name).containsExactly("say-3-0");
  }

  @Test
  void asks() {
    var answer = model("say-3-0", 0).chat(ask(UserMessage.from("Hello")));
    assertThat(answer.aiMessage().text()).isEqualTo("w0 w1 w2 ");
    assertThat(answer.tokenUsage().outputTokenCount()).isEqualTo(3);
  }

  @Test
  void streams() {
    var pieces = new ArrayList<String>();
    var answer = stream("say-3-5", ask(UserMessage.from("Hello")), pieces);
    assertThat(pieces).containsExactly("w0 ", "w1 ", "w2 ");
    assertThat(answer.aiMessage().text()).isEqualTo("w0 w1 w2 ");
    assertThat(answer.tokenUsage().outputTokenCount()).isEqualTo(3);
  }

  @Test
  void usesATool() {
    var model = model("tools", 0);
    var question = UserMessage.from("How is Oslo?");
    var call = model.chat(ask(question)).aiMessage();
    assertThat(call.toolExecutionRequests().getFirst().arguments())
        .isEqualTo("{\"city\":\"Oslo\"}");

    var result =
        ToolExecutionResultMessage.from(call.toolExecutionRequests().getFirst(), "raining");
    assertThat(model.chat(ask(question, call, result)).aiMessage().text())
        .isEqualTo("It is raining.");
  }

  @Test
  void usesAToolAmidAStream() {
    var answer = stream("tools", ask(UserMessage.from("How is Oslo?")), new ArrayList<>());
    assertThat(answer.aiMessage().toolExecutionRequests().getFirst().arguments())
        .isEqualTo("{\"city\":\"Oslo\"}");
  }

  @Test
  void isRefused() {
    var stranger =
        OpenAiChatModel.builder()
            .baseUrl(SERVER.baseUrl())
            .apiKey("par_nobody")
            .modelName("say-3-0")
            .maxRetries(0)
            .build();
    assertThatThrownBy(() -> stranger.chat("Hello")).isInstanceOf(AuthenticationException.class);
  }

  /// It passes over errors amid a stream, whoever sends them. What it gives then does not say why
  /// it ended.
  @Test
  void canTellThatAStreamBrokeOff() {
    var broken = stream("eof-3", ask(UserMessage.from("Hello")), new ArrayList<>());
    assertThat(broken.finishReason()).isNull();
    var whole = stream("say-3-0", ask(UserMessage.from("Hello")), new ArrayList<>());
    assertThat(whole.finishReason()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void isLimited() {
    var model = model("say-1-0", 0);
    for (var question = 0; question < ClientServer.LIMIT; question++) {
      model.chat("Hello");
    }
    assertThatThrownBy(() -> model.chat("Hello")).isInstanceOf(RateLimitException.class);
  }

  @Test
  void retries() {
    assertThat(model("flaky-2-500", 2).chat("Hello")).isEqualTo("w0 w1 w2 ");
    assertThat(SERVER.model().count("flaky-2-500")).isEqualTo(3);
  }

  private OpenAiChatModel model(String name, int retries) {
    return OpenAiChatModel.builder()
        .baseUrl(SERVER.baseUrl())
        .apiKey(key)
        .modelName(name)
        .maxRetries(retries)
        .build();
  }

  private ChatResponse stream(String name, ChatRequest request, List<String> pieces) {
    var model =
        OpenAiStreamingChatModel.builder()
            .baseUrl(SERVER.baseUrl())
            .apiKey(key)
            .modelName(name)
            .build();
    var whole = new CompletableFuture<ChatResponse>();
    model.chat(
        request,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String piece) {
            pieces.add(piece);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            whole.complete(response);
          }

          @Override
          public void onError(Throwable error) {
            whole.completeExceptionally(error);
          }
        });
    return whole.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static ChatRequest ask(ChatMessage... messages) {
    return ChatRequest.builder().messages(List.of(messages)).toolSpecifications(WEATHER).build();
  }
}
