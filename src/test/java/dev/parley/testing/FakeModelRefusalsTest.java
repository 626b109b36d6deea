package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FakeModelRefusalsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final FakeModel fake = FakeModel.start();
  private final ModelClient client = new ModelClient(fake);

  @AfterEach
  void close() {
    client.close();
    fake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "status-400, 400, ''",
    "status-401, 401, invalid_api_key",
    "status-404, 404, model_not_found",
    "status-429, 429, rate_limit_exceeded",
    "status-500, 500, ''",
    "context-too-long, 400, context_length_exceeded",
    "quota-exhausted, 429, insufficient_quota",
    "unheard-of, 404, model_not_found",
    "say-x-0, 404, model_not_found",
  })
  void refuses(String model, int status, String code) throws Exception {
    var answer = client.ask(model);

    var error = JSON.readTree(answer.body()).path("error");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(error.path("code").asString("")).isEqualTo(code);
    assertThat(error.path("message").stringValue()).isNotBlank();
  }

  @Test
  void quotesARefusedKeyAsOpenAiDoes() throws Exception {
    var message = client.ask("status-401").body();

    assertThat(message).contains("sk-test-*").contains("*5678.").doesNotContain("1234");
    assertThat(fake.calls().getFirst().bearer()).isEqualTo(ModelClient.KEY);
  }

  @Test
  void saysWhenToComeBack() throws Exception {
    assertThat(client.ask("status-429-7").headers().firstValue("Retry-After")).hasValue("7");
  }

  @Test
  void recoversAfterTheFirstCalls() throws Exception {
    assertThat(client.ask("flaky-2-503").statusCode()).isEqualTo(503);
    assertThat(client.ask("flaky-2-503").statusCode()).isEqualTo(503);
    assertThat(client.ask("flaky-2-503").statusCode()).isEqualTo(200);
    fake.reset();
    assertThat(client.ask("flaky-2-503").statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"model\":7}", "{\"messages\":[]}"})
  void refusesWhatNamesNoModel(String body) throws Exception {
    assertThat(client.post(BodyPublishers.ofString(body)).statusCode()).isEqualTo(400);
  }
}
