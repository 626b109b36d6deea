package dev.parley.endurance;

import dev.parley.testing.Client;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A conversation as somebody knows it, who was told of all that is in it.
final class Known {

  private final String id;
  private final List<Turn> turns = new ArrayList<>();
  private String title;

  Known(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /// A question, and what is known of its answer.
  ///
  /// @param whole all that the model says
  /// @param status how the answer ended; none: that is not known
  record Turn(String question, String whole, @Nullable String status, String answer) {

    /// What the server tells now of the answer, which must be what was known of it.
    Turn compared(JsonNode stored) {
      var now = stored.path("status").stringValue();
      var text = stored.path("content").stringValue();
      var isSame = status == null || (status.equals(now) && answer.equals(text));
      var isPossible =
          switch (now) {
            case "completed" -> text.equals(whole);
            case "interrupted", "stopped" -> whole.startsWith(text);
            default -> false;
          };
      if (!isSame || !isPossible) {
        throw new Wrong("%s became %s".formatted(this, stored));
      }
      return new Turn(question, whole, now, text);
    }
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  void rename(String now) {
    title = now;
  }

  int size() {
    return turns.size();
  }

  void add(Turn turn) {
    turns.add(turn);
  }

  void replaceLast(Turn turn) {
    turns.set(turns.size() - 1, turn);
  }

  /// Compares it with what the server has.
  ///
  /// @param doubtful a question that the server may have or not, and then with its answer
  void compare(Client who, @Nullable Turn doubtful) {
    var path = "/conversations/%s/messages?branch=all&limit=100".formatted(id);
    var stored = who.get(path).expect(200).body().path("data");
    var mayBe = doubtful == null ? turns.size() : turns.size() + 1;
    if (stored.size() != 2 * turns.size() && stored.size() != 2 * mayBe) {
      throw new Wrong("%d messages for %s and %s".formatted(stored.size(), turns, doubtful));
    }
    for (var at = 0; at < turns.size(); at++) {
      var turn = turns.get(at);
      requireQuestion(stored.get(2 * at), turn.question);
      turns.set(at, turn.compared(stored.get(2 * at + 1)));
    }
    if (doubtful != null && stored.size() > 2 * turns.size()) {
      requireQuestion(stored.get(2 * turns.size()), doubtful.question);
      var _ = doubtful.compared(stored.get(2 * turns.size() + 1));
    }
  }

  private static void requireQuestion(JsonNode stored, String question) {
    if (!stored.path("is_user").booleanValue()
        || !stored.path("content").stringValue().equals(question)) {
      throw new Wrong("not %s but %s".formatted(question, stored));
    }
  }
}
