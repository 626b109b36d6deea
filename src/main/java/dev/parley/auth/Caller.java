package dev.parley.auth;

/// Who asks. Whoever may do a thing is one `switch` over this.
public sealed interface Caller {

  /// Somebody signed in to an account.
  ///
  /// @param accountId whose account it is
  /// @param sessionId the sign-in that the access token came from
  record Member(String accountId, String sessionId, Role role) implements Caller {}
}
