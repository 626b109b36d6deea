package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A model service that takes no more questions for now.
class RateLimitHttpTest {

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Keeps("model.rate-limited")
  @ParameterizedTest
  @CsvSource({"status-429-7, 7", "status-429-60, 60", "status-429-3600, 60", "status-429-0, 1"})
  void saysWhenToComeBack(String model, String seconds) {
    var refusal = member.ask(member.conversation(), model, "Hello");

    assertThat(refusal.expectProblem(429, "model_rate_limited").header("Retry-After"))
        .isEqualTo(seconds);
  }

  @Test
  void saysNothingThatTheServiceDidNot() {
    var refusal = member.ask(member.conversation(), "status-429", "Hello");

    assertThat(refusal.expect(429).header("Retry-After")).isEmpty();
  }

  @Keeps("model.rate-limited")
  @Test
  void leavesTheQuestionToBeAskedAgain() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "status-429-7")) {
      answer.whole();
      var again =
          member.post("/messages/%s/regenerate".formatted(answer.id()), "{'model':'say-2-0'}");

      assertThat(again.expect(200).body().at("/user_message/content").stringValue())
          .isEqualTo("Hello");
      assertThat(again.body().at("/message/content").stringValue()).isEqualTo("w0 w1 ");
    }
  }
}
