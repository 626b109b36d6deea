package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What the numbers tell of answers.
class AnswerMetricsHttpTest {

  private static final TestServer SERVER = TestServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void tellHowAnswersCameAndEnded() {
    var member = SERVER.member();
    member.ask(member.conversation(), "say-3-100", "Hello").expect(200);
    member.ask(member.conversation(), "status-500-0", "Hello");

    assertThat(value("parley_answers_duration_seconds_count{outcome=\"completed\"}")).isEqualTo(1);
    assertThat(value("parley_answers_duration_seconds_count{outcome=\"model_error\"}"))
        .isEqualTo(1);
    assertThat(value("parley_answers_first_text_seconds_count")).isEqualTo(1);
    assertThat(value("parley_answers_longest_gap_seconds_max")).isPositive();
    assertThat(value("parley_answers_storing_seconds_count")).isEqualTo(2);
    assertThat(value("parley_model_errors_total{code=\"model_error\"}")).isEqualTo(1);
    assertThat(value("parley_tokens_total{direction=\"output\"}")).isPositive();
    assertThat(value("parley_refusals_total{code=\"model_error\",limit=\"\"}")).isEqualTo(1);
  }

  private static double value(String metric) {
    return SERVER
        .insider()
        .get("/metrics")
        .expect(200)
        .raw()
        .lines()
        .filter(line -> line.startsWith(metric + " "))
        .map(line -> Double.valueOf(line.substring(metric.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + metric));
  }
}
