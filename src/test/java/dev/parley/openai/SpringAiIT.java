package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;

/// Spring AI, pointed here. It has no call that lists models.
class SpringAiIT {

  private record City(String city) {

    String weather() {
      return "raining in " + city;
    }
  }

  private static final ToolCallback WEATHER =
      FunctionToolCallback.builder("weather", City::weather)
          .description("The weather of a city")
          .inputType(City.class)
          .build();

  private static final ClientServer SERVER = ClientServer.start();

  private final String key = SERVER.key();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void asks() {
    var answer = model("say-3-0", key, 0).call(new Prompt("Hello"));
    assertThat(text(answer)).isEqualTo("w0 w1 w2 ");
    assertThat(answer.getMetadata().getUsage().getCompletionTokens()).isEqualTo(3);
  }

  @Test
  void streams() {
    var pieces = model("say-3-5", key, 0).stream(new Prompt("Hello")).collectList().block();
    assertThat(Objects.requireNonNull(pieces).stream().map(SpringAiIT::text))
        .contains("w0 ", "w1 ", "w2 ");
    assertThat(pieces.stream().map(SpringAiIT::text).collect(Collectors.joining()))
        .isEqualTo("w0 w1 w2 ");
  }

  @Test
  void usesATool() {
    var model = model("tools", key, 0);
    var question = new Prompt("How is Oslo?", model.getOptions());
    var asked = model.call(question);
    assertThat(asked.hasToolCalls()).isTrue();
    var result = ToolCallingManager.builder().build().executeToolCalls(question, asked);
    var answer = model.call(new Prompt(result.conversationHistory(), model.getOptions()));
    assertThat(text(answer)).contains("raining in Oslo");
  }

  @Test
  void isRefused() {
    assertThatThrownBy(() -> model("say-3-0", "par_nobody", 0).call(new Prompt("Hello")))
        .isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void hearsThatAStreamBrokeOff() {
    var broken = model("eof-3", key, 0).stream(new Prompt("Hello"));
    assertThatThrownBy(() -> broken.collectList().block()).hasMessageContaining("broke off");
  }

  @Test
  void isLimited() {
    var model = model("say-1-0", key, 0);
    for (var question = 0; question < ClientServer.LIMIT; question++) {
      model.call(new Prompt("Hello"));
    }
    assertThatThrownBy(() -> model.call(new Prompt("Hello")))
        .isInstanceOf(RateLimitException.class);
  }

  @Test
  void retries() {
    assertThat(text(model("flaky-2-500", key, 2).call(new Prompt("Hello")))).isEqualTo("w0 w1 w2 ");
    assertThat(SERVER.model().count("flaky-2-500")).isEqualTo(3);
  }

  private static OpenAiChatModel model(String name, String key, int retries) {
    var options = OpenAiChatOptions.builder();
    options.baseUrl(SERVER.baseUrl()).apiKey(key).maxRetries(retries);
    options.model(name);
    options.toolCallbacks(WEATHER);
    return OpenAiChatModel.builder().options(options.build()).build();
  }

  private static String text(ChatResponse answer) {
    var result = answer.getResult();
    return result == null ? "" : Objects.requireNonNullElse(result.getOutput().getText(), "");
  }
}
