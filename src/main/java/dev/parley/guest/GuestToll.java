package dev.parley.guest;

import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import org.springframework.stereotype.Component;

/// What a question costs a guest, of the session's limit and of the time that it has left. The
/// limit is counted first, outside of any transaction: it may be counted elsewhere.
@Component
class GuestToll {

  private final GuestSessions sessions;

  GuestToll(GuestSessions sessions) {
    this.sessions = sessions;
  }

  /// @throws SessionExpired where the session has been claimed meanwhile
  void take(Meter meter, String session) {
    meter.take(Limit.SESSION_MESSAGES, session);
    sessions.touch(session);
  }
}
