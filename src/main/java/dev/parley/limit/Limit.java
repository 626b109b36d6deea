package dev.parley.limit;

import java.time.Duration;
import java.util.Locale;

/// Every rate limit: so many of something, for each caller of a kind, in so much time. Each can be
/// set as `PARLEY_LIMIT_` and its name, such as `PARLEY_LIMIT_ACCOUNT_QUESTIONS=60/1m`.
///
/// When the counts cannot be had, a limit that guards against guessing and flooding refuses, and
/// one that shares out what is there lets through.
public enum Limit {
  /// Questions of an account, by whatever door.
  ACCOUNT_QUESTIONS(60, Duration.ofMinutes(1), Scope.ACCOUNT, WithoutCounts.ALLOW),
  /// Messages of a guest session.
  SESSION_MESSAGES(5, Duration.ofMinutes(1), Scope.SESSION, WithoutCounts.ALLOW),
  /// Feedback given in a guest session.
  SESSION_FEEDBACK(10, Duration.ofMinutes(1), Scope.SESSION, WithoutCounts.ALLOW),
  /// Guest sessions made from an address.
  ADDRESS_SESSIONS(10, Duration.ofMinutes(1), Scope.ADDRESS, WithoutCounts.REFUSE),
  /// Accounts registered from an address.
  ADDRESS_REGISTRATIONS(10, Duration.ofHours(1), Scope.ADDRESS, WithoutCounts.REFUSE),
  /// Attempts to sign in from an address.
  ADDRESS_LOGINS(30, Duration.ofMinutes(1), Scope.ADDRESS, WithoutCounts.REFUSE),
  /// Attempts to sign in to an account.
  ACCOUNT_LOGINS(10, Duration.ofMinutes(5), Scope.ACCOUNT, WithoutCounts.REFUSE),
  /// Exports of all that an account holds.
  ACCOUNT_EXPORTS(10, Duration.ofHours(1), Scope.ACCOUNT, WithoutCounts.ALLOW),
  /// Imports into an account.
  ACCOUNT_IMPORTS(10, Duration.ofHours(1), Scope.ACCOUNT, WithoutCounts.ALLOW),
  /// Calls from an address that have a mail sent.
  ADDRESS_MAILS(20, Duration.ofHours(1), Scope.ADDRESS, WithoutCounts.REFUSE),
  /// Calls that have a mail sent to somebody, whether there is an account or not.
  ACCOUNT_MAILS(5, Duration.ofHours(1), Scope.ACCOUNT, WithoutCounts.REFUSE),
  /// Tokens out of mails that come from an address.
  ADDRESS_PROOFS(20, Duration.ofMinutes(1), Scope.ADDRESS, WithoutCounts.REFUSE),
  /// Own keys that an account stores; each is tried at the model service.
  ACCOUNT_KEYS(10, Duration.ofMinutes(10), Scope.ACCOUNT, WithoutCounts.REFUSE),
  /// Questions with an own key from an address.
  ADDRESS_CHAT(60, Duration.ofMinutes(1), Scope.ADDRESS, WithoutCounts.ALLOW);

  /// Whom a limit counts.
  public enum Scope {
    ACCOUNT,
    SESSION,
    ADDRESS
  }

  /// What a limit does when its counts cannot be had.
  public enum WithoutCounts {
    ALLOW,
    REFUSE
  }

  private final int count;
  private final Duration time;
  private final Scope scope;
  private final WithoutCounts withoutCounts;

  Limit(int count, Duration time, Scope scope, WithoutCounts withoutCounts) {
    this.count = count;
    this.time = time;
    this.scope = scope;
    this.withoutCounts = withoutCounts;
  }

  /// What holds unless the settings say otherwise.
  public Rate standard() {
    return new Rate(count, time);
  }

  public Scope scope() {
    return scope;
  }

  public WithoutCounts withoutCounts() {
    return withoutCounts;
  }

  /// Its name in answers.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String setting() {
    return "PARLEY_LIMIT_" + name();
  }
}
