package dev.parley.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.testing.OtlpReceiver;
import dev.parley.testing.OtlpReceiver.Span;
import dev.parley.testing.TestServer;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/// What a collector of traces hears of a question.
class TracesHttpTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String ASKER = "b7ad6b7169203331";

  private static final OtlpReceiver RECEIVER = OtlpReceiver.start();
  private static final TestServer SERVER =
      TestServer.start("--parley.trace.endpoint=" + RECEIVER.endpoint());

  @AfterAll
  static void stop() {
    SERVER.close();
    RECEIVER.close();
  }

  @Test
  void tellOfTheRequestAndOfTheModelInTheTraceOfWhoeverAsks() {
    var member = SERVER.member();
    var path = "/conversations/%s/messages".formatted(member.conversation());
    member
        .send(
            "POST",
            path,
            "{\"content\":\"A secret of mine\",\"model\":\"say-3-0\"}",
            Map.of("traceparent", "00-%s-%s-01".formatted(TRACE, ASKER)))
        .expect(200);

    var request = span("POST /conversations/{id}/messages");
    assertThat(request.trace()).isEqualTo(TRACE);
    assertThat(request.parent()).isEqualTo(ASKER);
    assertThat(request.attributes())
        .containsEntry("http.route", "/conversations/{id}/messages")
        .containsEntry("http.response.status_code", "200");
    var chat = span("chat say-3-0");
    assertThat(chat.trace()).isEqualTo(TRACE);
    assertThat(chat.parent()).isEqualTo(request.id());
    assertThat(chat.attributes())
        .containsEntry("gen_ai.operation.name", "chat")
        .containsEntry("gen_ai.request.model", "say-3-0")
        .containsKey("gen_ai.usage.input_tokens")
        .containsKey("gen_ai.usage.output_tokens");
    assertThat(chat.toString()).doesNotContain("secret");
    assertThat(SERVER.model().calls().getLast().headers().firstValue("traceparent"))
        .contains("00-%s-%s-01".formatted(TRACE, chat.id()));
  }

  @Test
  void tellOfAFailureOfTheModel() {
    var member = SERVER.member();
    member.ask(member.conversation(), "status-400-0", "Hello");

    assertThat(span("chat status-400-0").attributes()).containsKey("error.type");
  }

  @Test
  void areNotMadeWhereNobodyTakesThem() {
    assertThatExceptionOfType(NoSuchBeanDefinitionException.class)
        .isThrownBy(() -> TestServer.shared().bean(Tracer.class));
  }

  private static Span span(String name) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              SERVER.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
              return RECEIVER.spans().stream().anyMatch(span -> span.name().equals(name));
            });
    return RECEIVER.spans().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
