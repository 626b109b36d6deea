package dev.parley.conversation;

import java.util.Map;

/// How a database finds conversations by a piece of their title or of their messages, whatever its
/// script and case. What is looked for is text alone: it knows no wildcards or operators.
interface TextIndex {

  /// A condition on the conversations `c` of a page ([Conversations#OF_PAGE]), which has the page's
  /// parameters besides its own.
  Condition finds(String text);

  /// Whether there are messages that are not in the index yet. Searching finds them, too.
  boolean isBehind();

  /// Brings a few of these into the index.
  void catchUp();

  /// What a query asks.
  ///
  /// @param sql the condition
  /// @param parameters those that only it has
  record Condition(String sql, Map<String, ?> parameters) {}
}
