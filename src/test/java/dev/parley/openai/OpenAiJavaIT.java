package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.errors.SseException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.models.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// OpenAI's own library, which is made from OpenAI's own description of the interface and holds
/// every answer and every chunk to it.
class OpenAiJavaIT {

  private static final ClientServer SERVER = ClientServer.start();

  private final OpenAIClient client = client(SERVER.key(), 0);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void listsModels() {
    assertThat(client.models().list().autoPager()).extracting(Model::id).containsExactly("say-3-0");
    assertThat(client.models().retrieve("say-5-0").id()).isEqualTo("say-5-0");
  }

  @Test
  void asks() {
    var answer = client.chat().completions().create(question("say-3-0").build());
    assertThat(content(answer)).isEqualTo("w0 w1 w2 ");
    assertThat(answer.usage()).get().extracting(usage -> usage.completionTokens()).isEqualTo(3L);
  }

  @Test
  void streams() {
    assertThat(stream(question("emoji-13-5").build())).hasSizeGreaterThan(13);
    var whole = ChatCompletionAccumulator.create();
    stream(question("say-3-5").build()).forEach(whole::accumulate);
    assertThat(content(whole.chatCompletion())).isEqualTo("w0 w1 w2 ");
  }

  @Test
  void streamsSeveralAnswersAndHowSureTheModelWas() {
    var choices = stream(question("choices").n(3).build());
    assertThat(choices.stream().flatMap(chunk -> chunk.choices().stream()))
        .extracting(ChatCompletionChunk.Choice::index)
        .containsExactly(2L, 2L, 1L, 1L, 0L, 0L);
    var sure = stream(question("logprobs").logprobs(true).build()).getFirst().choices().getFirst();
    assertThat(sure.logprobs().flatMap(known -> known.content()).orElseThrow().getFirst().token())
        .isEqualTo("w0");
  }

  @Test
  void usesATool() {
    var question = question("tools").addTool(weather());
    var asked = client.chat().completions().create(question.build()).choices().getFirst().message();
    var call = asked.toolCalls().orElseThrow().getFirst().asFunction();
    assertThat(call.function().arguments()).isEqualTo("{\"city\":\"Oslo\"}");

    question.addMessage(asked).addMessage(result(call.id()));
    assertThat(content(client.chat().completions().create(question.build())))
        .isEqualTo("It is raining.");
  }

  @Test
  void usesAToolAmidAStream() {
    var question = question("tools").addTool(weather());
    var whole = ChatCompletionAccumulator.create();
    stream(question.build()).forEach(whole::accumulate);
    var message = whole.chatCompletion().choices().getFirst().message();
    var call = message.toolCalls().orElseThrow().getFirst().asFunction();
    assertThat(call.function().arguments()).isEqualTo("{\"city\":\"Oslo\"}");

    var next = ChatCompletionAccumulator.create();
    stream(question.addMessage(message).addMessage(result(call.id())).build())
        .forEach(next::accumulate);
    assertThat(content(next.chatCompletion())).isEqualTo("It is raining.");
  }

  @Test
  void isRefused() {
    assertThatThrownBy(() -> client("par_nobody", 0).models().list())
        .isInstanceOf(UnauthorizedException.class)
        .asInstanceOf(type(OpenAIServiceException.class))
        .satisfies(refused -> assertThat(refused.code()).contains("invalid_api_key"));
    assertThatThrownBy(() -> ask("context-too-long"))
        .asInstanceOf(type(OpenAIServiceException.class))
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(422);
              assertThat(refused.code()).contains("context_length_exceeded");
              assertThat(refused.headers().values("x-request-id")).isNotEmpty();
            });
  }

  @Test
  void hearsThatAStreamBrokeOff() {
    assertThatThrownBy(() -> stream(question("eof-3").build()))
        .isInstanceOf(SseException.class)
        .hasMessageContaining("broke off");
  }

  @Test
  void isLimited() {
    assertThatThrownBy(
            () -> {
              for (var question = 0; question <= ClientServer.LIMIT; question++) {
                ask("say-1-0");
              }
            })
        .isInstanceOf(RateLimitException.class)
        .asInstanceOf(type(OpenAIServiceException.class))
        .satisfies(
            refused -> {
              assertThat(refused.code()).contains("rate_limit_exceeded");
              assertThat(refused.headers().values("retry-after")).isNotEmpty();
              assertThat(refused.headers().values("x-ratelimit-remaining-requests"))
                  .containsExactly("0");
            });
  }

  @Test
  void retriesWhatMayPassAndNotWhatWouldBePaidTwice() {
    var persistent = client(SERVER.key(), 2);
    var answer = persistent.chat().completions().create(question("flaky-2-500").build());
    assertThat(content(answer)).isEqualTo("w0 w1 w2 ");
    assertThat(SERVER.model().count("flaky-2-500")).isEqualTo(3);

    assertThatThrownBy(() -> persistent.chat().completions().create(question("stall-3").build()))
        .isInstanceOf(InternalServerException.class);
    assertThat(SERVER.model().count("stall-3")).isOne();
  }

  private ChatCompletion ask(String model) {
    return client.chat().completions().create(question(model).build());
  }

  private List<ChatCompletionChunk> stream(ChatCompletionCreateParams question) {
    var chunks = new ArrayList<ChatCompletionChunk>();
    try (var stream = client.chat().completions().createStreaming(question)) {
      stream.stream().forEach(chunk -> chunks.add(chunk.validate()));
    }
    return chunks;
  }

  private static OpenAIClient client(String key, int retries) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(SERVER.baseUrl())
        .apiKey(key)
        .maxRetries(retries)
        .responseValidation(true)
        .build();
  }

  private static ChatCompletionCreateParams.Builder question(String model) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage("How is Oslo?");
  }

  private static ChatCompletionFunctionTool weather() {
    var parameters =
        FunctionParameters.builder()
            .putAdditionalProperty("type", JsonValue.from("object"))
            .putAdditionalProperty(
                "properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
            .build();
    var function = FunctionDefinition.builder().name("weather").parameters(parameters).build();
    return ChatCompletionFunctionTool.builder().function(function).build();
  }

  private static ChatCompletionToolMessageParam result(String call) {
    return ChatCompletionToolMessageParam.builder().toolCallId(call).content("raining").build();
  }

  private static String content(ChatCompletion answer) {
    return answer.choices().getFirst().message().content().orElse("");
  }
}
