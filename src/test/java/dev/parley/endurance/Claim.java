package dev.parley.endurance;

import dev.parley.testing.Client;
import dev.parley.testing.Script;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A guest session that somebody asks a question in, and then makes their own.
final class Claim implements Deed {

  private static final String ANSWER = Script.words(3).text();

  private final Person who;
  private final String question;

  /// The session's, once it is known to have the question.
  private @Nullable String secret;

  /// @param question which its conversation is named after
  Claim(Person who, String question) {
    this.who = who;
    this.question = question;
  }

  @Override
  public String title() {
    return question;
  }

  @Override
  public void act() {
    var guest = new Client(who.client().address());
    var session = guest.post("/session/initialize_session", "{}").expect(200).text("session_id");
    var said = Map.of("session_id", session, "role", "user", "content", question);
    guest.post("/chat/", said).expect(200);
    secret = session;
    who.client().post("/session/claim", Map.of("session_id", session)).expect(204);
    note();
  }

  /// It may be theirs by now, and the session closed.
  @Override
  public void again() {
    if (secret != null) {
      who.client().post("/session/claim", Map.of("session_id", secret));
      note();
    }
  }

  private void note() {
    var ids =
        who.titles().entrySet().stream()
            .filter(one -> one.getValue().equals(question))
            .map(Map.Entry::getKey)
            .toList();
    if (ids.size() != 1) {
      throw new Wrong("%d conversations are titled %s".formatted(ids.size(), question));
    }
    var known = new Known(ids.getFirst(), question);
    known.add(new Known.Turn(question, ANSWER, "completed", ANSWER));
    who.conversations().add(known);
  }
}
