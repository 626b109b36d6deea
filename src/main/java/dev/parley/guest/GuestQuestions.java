package dev.parley.guest;

import dev.parley.answer.Reply;
import dev.parley.conversation.Kind;
import dev.parley.conversation.Manner;
import dev.parley.conversation.Threads;
import dev.parley.web.NotFound;
import org.springframework.stereotype.Component;

/// What guests ask.
@Component
class GuestQuestions {

  private final GuestSessions sessions;
  private final Threads threads;

  GuestQuestions(GuestSessions sessions, Threads threads) {
    this.sessions = sessions;
    this.threads = threads;
  }

  /// Asks the next question of a session.
  ///
  /// @throws SessionExpired where the session is claimed at the same time
  Reply ask(String session, String content, Manner manner) {
    try {
      return threads.ask(session, Kind.GUEST, content, null, manner);
    } catch (NotFound lost) {
      // Its conversation is somebody's by now: then the session has ended.
      sessions.touch(session);
      throw lost;
    }
  }
}
