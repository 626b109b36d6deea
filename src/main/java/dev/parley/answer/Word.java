package dev.parley.answer;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What nodes say to one another of answers.
sealed interface Word {

  /// A node reads these answers: it is to be given what stands after these offsets, and what comes.
  /// Said again and again, for as long as it does; a node that says it no more is given no more.
  ///
  /// @param node who reads
  /// @param offsets in UTF-16 units, by the answers' ids
  record Follow(String node, Map<String, Integer> offsets) implements Word {}

  /// Answers have grown.
  record Grown(List<Piece> pieces) implements Word {}

  /// Text of an answer that another node reads.
  ///
  /// @param from its offset, in UTF-16 units
  /// @param last whether nothing comes from this node any more: the database has the rest
  record Piece(String answerId, int from, String text, boolean last) {}

  /// An answer is to be stopped.
  record Stop(String answerId) implements Word {}

  /// A node wants to know which answers to an account's questions are being written.
  record Ask(String node, String ownerId) implements Word {}

  /// An answer to an account's questions is being written.
  ///
  /// @param node by whom
  /// @param started the body of `message.started`
  record Answering(
      String node, String ownerId, String conversationId, String answerId, JsonNode started)
      implements Word {}

  /// Something happened to an account's conversations.
  ///
  /// @param node where
  /// @param frame the event, as devices get it
  record Happened(String node, String ownerId, String frame) implements Word {}
}
