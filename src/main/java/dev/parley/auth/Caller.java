package dev.parley.auth;

/// Who asks, as far as a call needs to know: its argument says who may make it. A [Member] is
/// signed in and may do everything; a [Reader], an [Asker] or a [Participant] may also be a
/// program, by a personal access token that has this [Scope].
public sealed interface Caller {

  /// Whose account it is.
  String accountId();

  /// What proved it, the sign-in or the personal access token: once that has ended, so has
  /// whatever it opened.
  String credentialId();

  /// Somebody signed in to an account.
  ///
  /// @param sessionId the sign-in that the access token came from
  record Member(String accountId, String sessionId, Role role) implements Caller {

    @Override
    public String credentialId() {
      return sessionId;
    }
  }

  /// Somebody signed in who runs the server ([Role#ADMIN]).
  record Admin(String accountId, String credentialId) implements Caller {}

  /// Whoever may read what an account holds ([Scope#READ]).
  record Reader(String accountId, String credentialId) implements Caller {}

  /// Whoever may ask, and change conversations, for an account ([Scope#CHAT]).
  record Asker(String accountId, String credentialId) implements Caller {}

  /// Whoever may do either: below `/v1` a program that asks reads again what it was answered.
  record Participant(String accountId, String credentialId) implements Caller {}
}
