package dev.parley.limit;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/// Counts what one request takes of the limits, and tells its sender how things stand, in the
/// fields `RateLimit` and `RateLimit-Policy` of the answer
/// (draft-ietf-httpapi-ratelimit-headers-10).
///
/// A controller that takes one counts by it.
public final class Meter {

  private final Counts counts;
  private final Guesses guesses;
  private final LimitSettings settings;
  private final String address;
  private final HttpHeaders answer;
  private final LimitFields also;

  Meter(
      Counts counts, Guesses guesses, LimitSettings settings, String address, HttpHeaders answer) {
    this(counts, guesses, settings, address, answer, (_, _, _, _) -> {});
  }

  private Meter(
      Counts counts,
      Guesses guesses,
      LimitSettings settings,
      String address,
      HttpHeaders answer,
      LimitFields also) {
    this.also = also;
    this.counts = counts;
    this.guesses = guesses;
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
    tell(limit, rate, counts.take(limit, rate, key));
  }

  /// Has how things stand be told in other words, too.
  public Meter telling(LimitFields also) {
    return new Meter(counts, guesses, settings, address, answer, also);
  }

  /// Takes one of the wrong guesses that somebody is allowed. Give it back where it was right.
  ///
  /// @param key at what, or whose
  /// @throws LimitReached where there is none left; the wait grows with every round of them
  public void guess(Limit limit, String key) {
    var rate = settings.rate(limit);
    tell(limit, rate, guesses.take(limit, rate, key));
  }

  /// Gives back a guess that was right, or was not looked at.
  public void giveBackGuess(Limit limit, String key) {
    guesses.giveBack(limit, key);
  }

  private void tell(Limit limit, Rate rate, Optional<Counts.Verdict> verdict) {
    if (verdict.isPresent()) {
      tell(limit, rate, verdict.get());
    } else if (limit.withoutCounts() == Limit.WithoutCounts.REFUSE) {
      throw new CountsUnavailable();
    }
  }

  private void tell(Limit limit, Rate rate, Counts.Verdict verdict) {
    var seconds = ceilSeconds(verdict.nanos());
    answer.set(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(limit.id(), rate.count(), rate.time().toSeconds()));
    answer.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(limit.id(), verdict.remaining(), seconds));
    also.write(answer, rate, verdict.remaining(), seconds);
    if (!verdict.allowed()) {
      throw LimitReached.rate(limit, rate, seconds);
    }
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
