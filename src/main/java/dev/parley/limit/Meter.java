package dev.parley.limit;

import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/// Counts what one request takes of the limits, and tells its sender how things stand, in the
/// fields `RateLimit` and `RateLimit-Policy` of the answer
/// (draft-ietf-httpapi-ratelimit-headers-10).
///
/// A controller that takes one counts by it.
public final class Meter {

  private final Counts counts;
  private final LimitSettings settings;
  private final String address;
  private final HttpHeaders answer;

  Meter(Counts counts, LimitSettings settings, String address, HttpHeaders answer) {
    this.counts = counts;
    this.settings = settings;
    this.address = address;
    this.answer = answer;
  }

  /// Takes one of what the sender's address is allowed.
  ///
  /// @throws LimitReached where there is none left
  public void takeByAddress(Limit limit) {
    take(limit, address);
  }

  /// Takes one of what somebody is allowed.
  ///
  /// @param key the account or session
  /// @throws LimitReached where there is none left
  public void take(Limit limit, String key) {
    var rate = settings.rate(limit);
    var verdict = counts.take(limit, rate, key);
    var seconds = ceilSeconds(verdict.nanos());
    answer.set(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(limit.id(), rate.count(), rate.time().toSeconds()));
    answer.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(limit.id(), verdict.remaining(), seconds));
    if (!verdict.allowed()) {
      throw LimitReached.rate(limit, rate, seconds);
    }
  }

  /// Gives back what was taken, because it did not count after all.
  public void giveBack(Limit limit, String key) {
    counts.giveBack(limit, key);
  }

  /// The sender's address, as far as limits tell addresses apart.
  public String address() {
    return address;
  }

  private static long ceilSeconds(long nanos) {
    var second = TimeUnit.SECONDS.toNanos(1);
    return Math.max(1, (nanos + second - 1) / second);
  }
}
