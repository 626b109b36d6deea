package dev.parley.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsHttpTest {

  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void areForWhoeverShowsTheToken() {
    var metrics = SERVER.insider().get("/metrics").expect(200);

    assertThat(metrics.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
    assertThat(metrics.raw())
        .contains("jvm_memory_used_bytes", "process_uptime_seconds", "parley_streams_open");
  }

  @Test
  void areForAdministrators() {
    SERVER.admin().get("/metrics").expect(200);
    assertThat(SERVER.admin().get("/health/ready").expect(200).raw()).contains("\"database\"");
  }

  @Test
  void areForNobodyElse() {
    SERVER.client().get("/metrics").expectProblem(401, "unauthenticated");
    SERVER.client().withToken("another").get("/metrics").expectProblem(401, "unauthenticated");
    SERVER.client().withToken("").get("/metrics").expectProblem(401, "unauthenticated");
    SERVER.member().get("/metrics").expectProblem(403, "forbidden");
  }

  @Test
  void countRequestsByTheirRoute() {
    var member = SERVER.member();
    member.get("/conversations/" + member.conversation()).expect(200);

    assertThat(line("http_server_requests_seconds_count", "uri=\"/conversations/{id}\""))
        .contains("method=\"GET\"", "status=\"200\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere/", "/conversations/", "/api/health?x="})
  void neverHoldWhatAClientSent(String path) {
    var sent = UUID.randomUUID().toString();
    SERVER.member().get(path + (path.length() == 1 ? "?x=" : "") + sent);
    SERVER.client().send("M" + sent.replace("-", ""), "/", null, Map.of());

    assertThat(scrape()).doesNotContain(sent).doesNotContain(sent.replace("-", ""));
  }

  @Test
  void countAnswersAndStreamsWhileTheyLast() throws InterruptedException {
    var gate = GatedModel.of(SERVER, 1);
    try (var answer = OpenAnswer.of(SERVER.member(), gate)) {
      assertThat(scrape()).contains("parley_answers_running 1.0\n", "parley_streams_open 1.0\n");

      gate.release(1);
      answer.whole();
      var _ = answer.stored();
    }
    while (!scrape().contains("parley_streams_open 0.0\n")) {
      Thread.onSpinWait();
    }
    assertThat(scrape()).contains("parley_answers_running 0.0\n");
  }

  private static String scrape() {
    return SERVER.insider().get("/metrics").expect(200).raw();
  }

  private static String line(String name, String label) {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(name) && line.contains(label))
        .findFirst()
        .orElseThrow();
  }
}
