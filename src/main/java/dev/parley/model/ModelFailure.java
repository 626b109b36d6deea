package dev.parley.model;

import dev.parley.web.Refusal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Why a model gave no whole answer: before the answer has begun a status, afterwards an event.
public final class ModelFailure extends Refusal {

  /// The code of a failure whose cause is the asker's own key.
  public static final String KEY_REJECTED = "model_key_rejected";

  private static final String TIMEOUT = "model_timeout";
  private static final String PROTOCOL = "model_protocol_error";
  private static final String LENGTH_LIMIT = "model_length_limit";
  private static final String CONTENT_FILTER = "model_content_filter";

  private static final Set<String> ANSWERED =
      Set.of(TIMEOUT, PROTOCOL, LENGTH_LIMIT, CONTENT_FILTER);

  private static final long serialVersionUID = 1;

  private final boolean outage;
  private final @Nullable Duration retryAfter;

  private ModelFailure(
      HttpStatus status,
      String code,
      String detail,
      boolean outage,
      @Nullable Duration retryAfter) {
    super(status, code, detail);
    this.outage = outage;
    this.retryAfter = retryAfter;
  }

  static ModelFailure unreachable() {
    return outage(
        HttpStatus.BAD_GATEWAY, "model_unreachable", "The model service cannot be reached.");
  }

  static ModelFailure failed(int status) {
    return outage(
        HttpStatus.BAD_GATEWAY,
        "model_error",
        "The model service failed with status %d.".formatted(status));
  }

  static ModelFailure reported(String message) {
    return outage(HttpStatus.BAD_GATEWAY, "model_error", "The model service failed: " + message);
  }

  static ModelFailure timeout(String detail) {
    return outage(HttpStatus.GATEWAY_TIMEOUT, TIMEOUT, detail);
  }

  static ModelFailure protocol(String detail) {
    return plain(HttpStatus.BAD_GATEWAY, PROTOCOL, detail);
  }

  static ModelFailure keyRejected() {
    return plain(
        HttpStatus.FAILED_DEPENDENCY, KEY_REJECTED, "The model service refuses your own key.");
  }

  static ModelFailure misconfigured() {
    return plain(
        HttpStatus.BAD_GATEWAY,
        "model_misconfigured",
        "The model service refuses the server's key. The people who run this server have to mend it.");
  }

  static ModelFailure rateLimited(@Nullable Duration retryAfter) {
    return new ModelFailure(
        HttpStatus.TOO_MANY_REQUESTS,
        "model_rate_limited",
        "The model service takes no more questions for now.",
        false,
        retryAfter);
  }

  static ModelFailure unavailable(Duration retryAfter) {
    return new ModelFailure(
        HttpStatus.SERVICE_UNAVAILABLE,
        "model_unavailable",
        "The model service has failed again and again; it is tried again shortly.",
        false,
        retryAfter);
  }

  static ModelFailure refused(String code, String message) {
    return plain(HttpStatus.UNPROCESSABLE_CONTENT, code, message);
  }

  static ModelFailure cut(String code, String detail) {
    return plain(HttpStatus.BAD_GATEWAY, code, detail);
  }

  /// Whether it speaks for the service being down, rather than for this one question being refused.
  boolean isOutage() {
    return outage;
  }

  /// Whether the service never worked on the question, so that nothing is to be paid for it: it
  /// said no, or could not be reached.
  public boolean isUnread() {
    return !ANSWERED.contains(code());
  }

  /// Whether the same question, asked once more at once, may well be answered.
  boolean isWorthAnotherTry() {
    return outage && status() == HttpStatus.BAD_GATEWAY;
  }

  @Override
  public void addTo(HttpHeaders headers) {
    if (retryAfter != null) {
      var seconds = retryAfter.plusMillis(999).toSeconds();
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
    }
  }

  private static ModelFailure plain(HttpStatus status, String code, String detail) {
    return new ModelFailure(status, code, detail, false, null);
  }

  private static ModelFailure outage(HttpStatus status, String code, String detail) {
    return new ModelFailure(status, code, detail, true, null);
  }
}
