package dev.parley.auth;

import dev.parley.limit.Meter;
import dev.parley.platform.Secret;
import org.springframework.stereotype.Component;

/// Asks a member who is signed in for the password once more, before what must not be done by
/// somebody who only found an access token.
@Component
public final class PasswordCheck {

  private final Attempts attempts;
  private final Credentials credentials;
  private final Passwords passwords;

  PasswordCheck(Attempts attempts, Credentials credentials, Passwords passwords) {
    this.attempts = attempts;
    this.credentials = credentials;
    this.passwords = passwords;
  }

  /// Goes on only where the password is that of the member's account.
  ///
  /// @throws dev.parley.limit.LimitReached after too many wrong ones in the member's session
  /// @throws Unauthenticated where the account is gone
  /// @throws WrongPassword (403) for any other
  public void require(Meter meter, Caller.Member member, Secret password) {
    attempts.signedIn(meter, member, () -> check(member.accountId(), password));
  }

  private boolean check(String accountId, Secret password) {
    var hash = credentials.hash(accountId).orElseThrow(Unauthenticated::new);
    if (!passwords.matches(password, hash)) {
      throw new WrongPassword();
    }
    return true;
  }
}
