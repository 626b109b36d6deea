package dev.parley.budget;

import dev.parley.web.Refusal;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// A budget has not enough left for what an answer may cost.
public final class QuotaExceeded extends Refusal {

  private static final long serialVersionUID = 1;

  private final transient Shortage shortage;

  QuotaExceeded(Shortage shortage) {
    super(HttpStatus.TOO_MANY_REQUESTS, "quota_exceeded", detail(shortage));
    this.shortage = shortage;
  }

  Shortage shortage() {
    return shortage;
  }

  private static String detail(Shortage shortage) {
    var until = shortage.until();
    if (shortage.isShared()) {
      return "The server answers no more questions for now. Try again from %s on.".formatted(until);
    }
    return "The budget of %s %s a %s has %s left, and this may take %s. It is whole again at %s."
        .formatted(
            AllowanceJson.number(shortage.measure(), shortage.limit()),
            shortage.measure().word(),
            shortage.period().word(),
            AllowanceJson.number(shortage.measure(), shortage.left()),
            AllowanceJson.number(shortage.measure(), shortage.needed()),
            until);
  }

  /// Fields as for a limit (draft-ietf-httpapi-ratelimit-headers-10); money is in millionths.
  @Override
  public void addTo(HttpHeaders headers) {
    var seconds = shortage.secondsLeft();
    var name = "budget-%s-%s".formatted(shortage.period().word(), shortage.measure().word());
    headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    headers.set(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(name, shown(shortage.limit()), shortage.seconds()));
    headers.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, shown(shortage.left()), seconds));
  }

  private long shown(long amount) {
    return shortage.measure() == Measure.COST ? TimeUnit.NANOSECONDS.toMicros(amount) : amount;
  }
}
