package dev.parley.guest;

import org.springframework.stereotype.Component;

/// What other rooms may ask about sessions without an account.
@Component
public class Guests {

  private final GuestSessions sessions;

  Guests(GuestSessions sessions) {
    this.sessions = sessions;
  }

  /// The id of the session that somebody shows the secret of.
  ///
  /// @throws dev.parley.web.NotFound where there is none
  /// @throws SessionExpired where nothing happened in it for too long
  public String require(String secret) {
    return sessions.require(secret);
  }

  /// Ends the sessions in which nothing happened for too long.
  ///
  /// @return how many there were
  public int closeIdle() {
    return sessions.closeIdle();
  }
}
