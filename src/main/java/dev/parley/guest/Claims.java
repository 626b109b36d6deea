package dev.parley.guest;

import dev.parley.conversation.Threads;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes what was said in a guest session somebody's own: one account's, and only once.
@Component
class Claims {

  private final GuestSessions sessions;
  private final Threads threads;

  Claims(GuestSessions sessions, Threads threads) {
    this.sessions = sessions;
    this.threads = threads;
  }

  /// Ends a session and gives its conversation to an account, or neither.
  ///
  /// @return the conversation's id, where anything was asked in it
  /// @throws SessionExpired where somebody else was first
  @Transactional
  public Optional<String> claim(String session, String account) {
    if (!sessions.close(session)) {
      throw new SessionExpired();
    }
    return threads.claim(session, account);
  }
}
