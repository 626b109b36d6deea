package dev.parley.conversation;

import java.time.Duration;
import org.springframework.stereotype.Component;

/// Deletes accounts' conversations in which nothing has happened for as long as the account, or the
/// server, wants to keep them; and what is left of those that somebody began to delete.
@Component
public class OldConversations {

  private final OldConversationRows rows;
  private final GoneConversations gone;

  OldConversations(OldConversationRows rows, GoneConversations gone) {
    this.rows = rows;
    this.gone = gone;
  }

  /// How many are due.
  ///
  /// @param now milliseconds since 1970
  /// @param longest how long any is kept; zero for ever
  public int count(long now, Duration longest) {
    return rows.count(now, longest);
  }

  /// Takes at most so many that are due from their owners.
  ///
  /// @return how many it were
  public int takeFew(long now, Duration longest, int few) {
    return rows.takeFew(now, longest, few);
  }

  /// Deletes at most so many messages of those that were taken, and then of what the text index has
  /// of them.
  ///
  /// @return how many rows it were
  public int deleteFewMessages(int few) {
    return gone.deleteFewMessages(few);
  }

  /// Deletes at most so many of those that were taken, which have no messages any more.
  ///
  /// @return how many it were
  public int deleteFew(int few) {
    return gone.deleteFew(few);
  }
}
