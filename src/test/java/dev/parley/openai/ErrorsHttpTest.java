package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every refusal below `/v1` is OpenAI's error object, whoever refuses.
class ErrorsHttpTest {

  private static final String COMPLETIONS = "/v1/chat/completions";
  private static final String QUESTION =
      "{\"model\":\"say-1-0\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models", "/v1/models/gpt-4o-mini", "/v1/models/"})
  void asksForAToken(String path) {
    var refused = error(server.client().get(path), 401, "invalid_request_error", "invalid_api_key");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    error(
        server.client().withToken("sk-of-openai").get(path),
        401,
        "invalid_request_error",
        "invalid_api_key");
  }

  @Test
  void saysWhatIsNotThere() {
    error(member.get("/v1"), 404, "invalid_request_error", "not_found");
    error(member.get("/v1/unheard/of"), 404, "invalid_request_error", "not_found");
    member.get("/v1x").expectProblem(404, "not_found");
  }

  @Test
  void saysWhatIsNotDone() {
    var refused =
        error(member.get(COMPLETIONS), 405, "invalid_request_error", "method_not_allowed");
    assertThat(refused.header("Allow")).isEqualTo("POST");
    error(member.delete("/v1/models"), 405, "invalid_request_error", "method_not_allowed");
  }

  @Test
  void takesJsonAlone() {
    var refused = member.send("POST", COMPLETIONS, QUESTION, Map.of("Content-Type", "text/plain"));
    error(refused, 415, "invalid_request_error", "unsupported_media_type");
  }

  @Test
  void takesNoMoreThanItCanHold() {
    var body = BodyPublishers.ofString("{\"a\":\"" + "x".repeat(9_000_000) + "\"}");
    var refused =
        member.sendBody("POST", COMPLETIONS, body, Map.of("Content-Type", "application/json"));
    error(refused, 413, "invalid_request_error", "too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "{\"a\":1,\"a\":2}", "{\"messages\":[\"\\q\"]}", "nonsense"})
  void refusesWhatIsNoJson(String body) {
    var refused = member.send("POST", COMPLETIONS, body, Map.of());
    error(refused, 400, "invalid_request_error", "malformed_request");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    var body = BodyPublishers.ofByteArray("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    var refused =
        member.sendBody("POST", COMPLETIONS, body, Map.of("Content-Type", "application/json"));
    error(refused, 400, "invalid_request_error", "malformed_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | ",
        "{} | messages",
        "{'messages':[]} | messages",
        "{'messages':'Hello'} | messages",
        "{'messages':[7]} | messages[0]",
        "{'messages':[{}],'stream':'yes'} | stream",
        "{'messages':[{}],'stream_options':true} | stream_options",
        "{'messages':[{}],'n':0} | n",
        "{'messages':[{}],'n':17} | n",
        "{'messages':[{}],'n':1.5} | n",
        "{'messages':[{}],'max_tokens':-1} | max_tokens",
        "{'messages':[{}],'max_completion_tokens':99999999999999999999} | max_completion_tokens",
      })
  void namesTheFieldThatItCannotAccept(String body, String field) {
    var refused = member.post(COMPLETIONS, body);
    error(refused, 422, "invalid_request_error", "invalid_value");
    assertThat(refused.body().at("/error/param").asString()).isEqualTo(field == null ? "" : field);
  }

  @Test
  void saysThatThereIsNoSuchModel() {
    try (var strict = TestServer.start("--parley.model.allowed=gpt-4o-mini")) {
      var refused = strict.member().post(COMPLETIONS, QUESTION.replace("say-1-0", "gpt-9"));
      error(refused, 422, "invalid_request_error", "model_not_found");
      assertThat(refused.body().at("/error/param").asString()).isEqualTo("model");
      error(
          strict.member().get("/v1/models/gpt-9"), 404, "invalid_request_error", "model_not_found");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "status-401, 502, server_error, model_misconfigured, ''",
    "status-429-7, 429, requests, model_rate_limited, ''",
    "status-500, 502, server_error, model_error, ''",
    "refuse-after-accept, 502, server_error, model_protocol_error, false",
    "context-too-long, 422, invalid_request_error, context_length_exceeded, ''",
    "unheard-of, 422, invalid_request_error, model_not_found, ''",
    "nofinish-3, 502, server_error, model_protocol_error, false",
  })
  void saysWhatTheModelServiceHas(
      String model, int status, String type, String code, String retry) {
    try (var own = TestServer.start()) {
      var refused = own.member().post(COMPLETIONS, QUESTION.replace("say-1-0", model));
      error(refused, status, type, code);
      assertThat(refused.header("x-should-retry")).isEqualTo(retry);
    }
  }

  private static Response error(Response response, int status, String type, String code) {
    response.expectError(status, code);
    var error = response.body().get("error");
    assertThat(error.propertyNames()).containsExactly("message", "type", "param", "code");
    assertThat(error.get("type").stringValue()).isEqualTo(type);
    assertThat(error.get("message").stringValue()).isNotBlank();
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.header("X-Request-Id")).isNotBlank();
    return response;
  }
}
