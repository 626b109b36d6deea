package dev.parley.openai;

import dev.parley.budget.TokenBudgets;
import dev.parley.limit.LimitFields;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Tells how many requests and tokens there are left in the fields that OpenAI has for it. Tokens
/// are those of the day's budget, as it stands before the question.
@Component
public class ClientLimits {

  private final TokenBudgets budgets;

  ClientLimits(TokenBudgets budgets) {
    this.budgets = budgets;
  }

  /// The fields of an account's requests.
  public LimitFields of(String accountId) {
    return (answer, rate, remaining, seconds) -> {
      write(answer, "requests", rate.count(), remaining, seconds);
      budgets
          .of(accountId)
          .ifPresent(
              left -> write(answer, "tokens", left.limit(), left.remaining(), left.seconds()));
    };
  }

  private static void write(
      HttpHeaders answer, String what, long limit, long remaining, long seconds) {
    answer.set("x-ratelimit-limit-" + what, String.valueOf(limit));
    answer.set("x-ratelimit-remaining-" + what, String.valueOf(remaining));
    answer.set("x-ratelimit-reset-" + what, text(Duration.ofSeconds(seconds)));
  }

  /// As `6m0s`, the way that OpenAI writes it.
  private static String text(Duration time) {
    var hours = time.toHours() == 0 ? "" : time.toHours() + "h";
    var minutes = time.toMinutes() == 0 ? "" : time.toMinutesPart() + "m";
    return hours + minutes + time.toSecondsPart() + "s";
  }
}
