package dev.parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Response;
import dev.parley.testing.Together;
import dev.parley.testing.TwoNodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Limits that hold for two nodes as for one.
@Keeps("nodes.limits")
class SharedLimitsHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TwoNodes NODES =
      TwoNodes.start(
          "--PARLEY_LIMIT_ACCOUNT_QUESTIONS=20/1h",
          "--PARLEY_LIMIT_ACCOUNT_LOGINS=5/1h",
          "--PARLEY_LIMIT_ACCOUNT_ANSWERS=3");

  private final Client member = NODES.first().member();
  private final List<Client> both = List.of(member, NODES.onSecond(member));

  @AfterAll
  static void close() {
    NODES.close();
  }

  @Test
  void allowExactlyAsManyHoweverTheyCome() throws InterruptedException {
    var conversations = both.stream().map(Client::conversation).toList();
    var answers = new ArrayList<Response>();
    for (var round = 0; round < 8; round++) {
      answers.addAll(Together.run(2, i -> ask(both.get(i), conversations.get(i))));
      answers.addAll(Together.run(2, i -> ask(both.get(i), conversations.get(1 - i))));
    }
    var counted = answers.stream().filter(answer -> answer.header("RateLimit") != null).toList();

    assertThat(counted).hasSizeGreaterThan(20);
    assertThat(counted.stream().filter(answer -> answer.status() == 429)).hasSize(12);
    assertThat(counted.getLast().header("RateLimit-Policy"))
        .isEqualTo("\"account-questions\";q=20;w=3600");
    assertThat(counted.getLast().header("RateLimit")).startsWith("\"account-questions\";r=0;t=");
  }

  private static Response ask(Client who, String conversation) {
    return who.ask(conversation, "say-1-0", "Hello");
  }

  @Test
  void countWrongGuessesOnBoth() throws InterruptedException {
    var email = String.valueOf(member.email());
    var tries =
        Together.run(
            12,
            i ->
                new Client(both.get(i % 2).address())
                    .post(
                        "/auth/login", "{'email':'%s','password':'wrong wrong'}".formatted(email)));

    assertThat(tries.stream().filter(answer -> answer.status() == 401)).hasSize(5);
    assertThat(tries.stream().filter(answer -> answer.status() == 429)).hasSize(7);
  }

  @Test
  void letSoManyAnswersBeWrittenAtOnce() throws InterruptedException {
    var model = GatedModel.of(NODES.model(), 1);
    var other = both.getLast();
    try (var one = OpenAnswer.of(member, model);
        var two = OpenAnswer.of(other, model);
        var three = OpenAnswer.of(member, model)) {
      for (var who : both) {
        ask(who, who.conversation()).expectProblem(429, "too_many_answers");
      }
      model.release(3);
      one.whole();
      two.whole();
      three.whole();
    }
    var conversation = other.conversation();
    await().atMost(SOON).until(() -> ask(other, conversation).status() == 200);
  }
}
