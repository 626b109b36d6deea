package dev.parley.openai;

import dev.parley.limit.LimitFields;
import dev.parley.limit.Rate;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/// Tells how many requests there are left in the fields that OpenAI has for it.
final class RequestsLeft implements LimitFields {

  @Override
  public void write(HttpHeaders answer, Rate rate, long remaining, long seconds) {
    answer.set("x-ratelimit-limit-requests", String.valueOf(rate.count()));
    answer.set("x-ratelimit-remaining-requests", String.valueOf(remaining));
    answer.set("x-ratelimit-reset-requests", text(Duration.ofSeconds(seconds)));
  }

  /// As `6m0s`, the way that OpenAI writes it.
  private static String text(Duration time) {
    var hours = time.toHours() == 0 ? "" : time.toHours() + "h";
    var minutes = time.toMinutes() == 0 ? "" : time.toMinutesPart() + "m";
    return hours + minutes + time.toSecondsPart() + "s";
  }
}
