package dev.parley.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The days and months of budgets.
@Contract
class BudgetPeriodsHttpTest {

  private final TestServer server = TestServer.start();
  private final Client member = server.member();

  @AfterEach
  void close() {
    Means.checkBooks(server);
    server.close();
  }

  @Test
  void takesQuestionsAgainOnTheNextDay() {
    Means.give(server, member, "{'day':{'questions':1}}");
    ask().expect(200);
    ask().expectProblem(429, "quota_exceeded");
    server.clock().advance(Duration.ofDays(1));
    var later = member.signInAgain();
    ask(later).expect(200);
    ask(later).expectProblem(429, "quota_exceeded");
  }

  @Test
  void countsTheMonthAcrossItsDays() {
    toTheFirstOfAMonth();
    Means.give(server, member.signInAgain(), "{'month':{'questions':2}}");
    ask(member.signInAgain()).expect(200);
    server.clock().advance(Duration.ofDays(3));
    ask(member.signInAgain()).expect(200);
    server.clock().advance(Duration.ofDays(3));
    var refused = ask(member.signInAgain()).expectProblem(429, "quota_exceeded");
    assertThat(refused.header("RateLimit-Policy")).startsWith("\"budget-month-questions\";q=2;w=2");

    server.clock().advance(Duration.ofDays(28));
    ask(member.signInAgain()).expect(200);
  }

  @Test
  void settlesInTheDayOfTheQuestion() throws InterruptedException {
    var model = GatedModel.of(server, 2);
    try (var answer = OpenAnswer.of(member, model)) {
      server.clock().advance(Duration.ofDays(1));
      model.release(2);
      answer.rest(0);
    }
    assertThat(Means.used(member.signInAgain(), "questions")).isZero();
    server.clock().advance(Duration.ofDays(-1));
    assertThat(Means.used(member, "questions")).isEqualTo(1);
  }

  private Response ask() {
    return ask(member);
  }

  private static Response ask(Client who) {
    return who.ask(who.conversation(), "say-3-0", "Why?");
  }

  private void toTheFirstOfAMonth() {
    var today = LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC);
    var first = today.plusMonths(1).withDayOfMonth(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
    server.clock().advance(Duration.between(server.clock().instant(), first));
  }
}
