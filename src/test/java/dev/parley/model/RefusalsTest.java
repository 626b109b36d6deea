package dev.parley.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Keeps;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class RefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "400, 422, model_refused",
    "401, 502, model_misconfigured",
    "403, 502, model_misconfigured",
    "404, 422, model_unknown",
    "408, 504, model_timeout",
    "413, 422, model_refused",
    "422, 422, model_refused",
    "429, 429, model_rate_limited",
    "500, 502, model_error",
    "503, 502, model_error",
    "529, 502, model_error",
    "201, 502, model_protocol_error",
    "204, 502, model_protocol_error",
    "302, 502, model_protocol_error",
    "307, 502, model_protocol_error",
  })
  void tellsWhatAStatusMeans(int sent, int status, String code) {
    var failure = Refusals.of(sent, false, null, new byte[0]);

    assertThat(failure.status().value()).isEqualTo(status);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.detail()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "500, true",
    "502, true",
    "408, true",
    "401, false",
    "404, false",
    "429, false",
    "302, false"
  })
  void knowsWhatSpeaksForAnOutage(int sent, boolean outage) {
    assertThat(Refusals.of(sent, false, null, new byte[0]).isOutage()).isEqualTo(outage);
  }

  @ParameterizedTest
  @CsvSource({
    "500, true",
    "503, true",
    "408, false",
    "401, false",
    "400, false",
    "429, false",
    "302, false"
  })
  void knowsWhatIsWorthAnotherTry(int sent, boolean worth) {
    assertThat(Refusals.of(sent, false, null, new byte[0]).isWorthAnotherTry()).isEqualTo(worth);
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        argumentSet(
            "OpenAI's code",
            400,
            error("Too long.", "context_length_exceeded"),
            "model_context_too_long"),
        argumentSet(
            "a text over the limit",
            400,
            error("Too long.", "string_above_max_length"),
            "model_context_too_long"),
        argumentSet(
            "the words alone",
            400,
            error("This model's maximum Context Length is 4096 tokens.", "none"),
            "model_context_too_long"),
        argumentSet(
            "a missing model, whatever it is called",
            404,
            error("No model `context length`.", "none"),
            "model_unknown"),
        argumentSet(
            "a code with another status",
            400,
            error("No model.", "model_not_found"),
            "model_unknown"));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void tellsWhatACodeMeans(int status, String body, String code) {
    assertThat(of(status, body).code()).isEqualTo(code);
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        argumentSet("OpenAI's", error("Out of tune.", "x"), "Out of tune."),
        argumentSet("text for an error", "{\"error\":\"Out of tune.\"}", "Out of tune."),
        argumentSet("no error around it", "{\"message\":\"Out of tune.\"}", "Out of tune."),
        argumentSet("a key", error("No sk-12345678 here.", "x"), "No [secret] here."),
        argumentSet(
            "a blank message", error(" ", "x"), "The model service refused with status 400."),
        argumentSet("no message", "{\"error\":{}}", "The model service refused with status 400."),
        argumentSet("nothing", "", "The model service refused with status 400."),
        argumentSet("HTML", "<h1>Bad</h1>", "The model service refused with status 400."),
        argumentSet("an array", "[{}]", "The model service refused with status 400."),
        argumentSet(
            "cut JSON", "{\"error\":{\"mess", "The model service refused with status 400."));
  }

  @Keeps("model.refusing")
  @ParameterizedTest
  @MethodSource("messages")
  void passesTheMessageOnScrubbed(String body, String detail) {
    assertThat(of(400, body).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500})
  void passesNothingOnThatConcernsTheServerAlone(int status) {
    assertThat(of(status, error("Ask for Jeeves.", "x")).detail()).doesNotContain("Jeeves");
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "' 7 ', 7",
    "0, 1",
    "-5, 1",
    "60, 60",
    "61, 60",
    "99999999999, 60",
    "99999999999999999999, 60",
    "'Wed, 21 Oct 2015 07:28:00 GMT', 60",
    "1.5, 60",
  })
  void copiesTheTimeToWait(String sent, String copied) {
    assertThat(retryAfter(sent)).isEqualTo(copied);
  }

  @Test
  void inventsNoTimeToWait() {
    assertThat(retryAfter(null)).isNull();
  }

  private static @Nullable String retryAfter(@Nullable String sent) {
    var headers = new HttpHeaders();
    Refusals.of(429, false, sent, new byte[0]).addTo(headers);
    return headers.getFirst(HttpHeaders.RETRY_AFTER);
  }

  private static ModelFailure of(int status, String body) {
    return Refusals.of(status, false, null, body.getBytes(UTF_8));
  }

  private static String error(String message, String code) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"x\",\"code\":\"%s\"}}"
        .formatted(message, code);
  }
}
