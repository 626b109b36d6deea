package dev.parley.limit;

import dev.parley.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// There has been too much of something; after a while there may be more.
public final class LimitReached extends Refusal {

  private static final long serialVersionUID = 1;

  private final String limit;
  private final long retryAfter;

  private LimitReached(
      Enum<?> limit, HttpStatus status, String code, String detail, long retryAfter) {
    super(status, code, detail);
    this.limit = limit.name();
    this.retryAfter = retryAfter;
  }

  static LimitReached rate(Limit limit, Rate rate, long seconds) {
    return new LimitReached(
        limit,
        HttpStatus.TOO_MANY_REQUESTS,
        "rate_limited",
        "The limit %s allows %d in %d seconds. Try again in %d seconds."
            .formatted(limit.id(), rate.count(), rate.time().toSeconds(), seconds),
        seconds);
  }

  static LimitReached answers(int most) {
    return new LimitReached(
        Ceiling.ACCOUNT_ANSWERS,
        HttpStatus.TOO_MANY_REQUESTS,
        "too_many_answers",
        "%d answers are being written for you, and no more can be at one time.".formatted(most),
        1);
  }

  static LimitReached server() {
    return new LimitReached(
        Ceiling.SERVER_ANSWERS,
        HttpStatus.SERVICE_UNAVAILABLE,
        "server_busy",
        "The server writes all it can.",
        1);
  }

  @Override
  public String limit() {
    return limit;
  }

  @Override
  public void addTo(HttpHeaders headers) {
    headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter));
  }
}
