package dev.parley.auth;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Ends access, for other rooms. What it does is part of the caller's transaction, if there is one.
@Component
public class Access {

  private final Sessions sessions;
  private final PersonalTokens tokens;
  private final Revocations revocations;

  Access(Sessions sessions, PersonalTokens tokens, Revocations revocations) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.revocations = revocations;
  }

  /// Makes sure, amid something that takes long, that nothing has ended the caller's access since.
  /// No query is made.
  ///
  /// @throws Unauthenticated where it has ended
  public void check(Caller caller) {
    if (revocations.concern(caller)) {
      throw new Unauthenticated();
    }
  }

  /// Signs an account out everywhere, or everywhere but in one session. Access tokens and open
  /// streams of the sessions end with them, on this node at once, on others within 5 seconds.
  ///
  /// @param except the session that goes on; none for all to end
  /// @return how many have ended
  public int endAll(String accountId, @Nullable String except) {
    return sessions.endAll(accountId, except);
  }

  /// Ends the personal access tokens of an account, in the same way.
  ///
  /// @return how many have ended
  public int endTokens(String accountId) {
    return tokens.deleteAll(accountId);
  }
}
