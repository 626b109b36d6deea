package dev.parley.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What leads to a question: what was there, and what is said with it before it.
final class Lead {

  /// What is said with the question, oldest first.
  private final List<Message> said = new ArrayList<>();

  /// All of it, newest first.
  private final List<Tree.Node> all;

  /// @param place where the first of what is said goes
  /// @param before what is there, newest first
  Lead(
      String conversationId,
      Place place,
      List<Tree.Node> before,
      List<Framing.Said> framing,
      Instant now) {
    all = new ArrayList<>(before);
    var next = place;
    for (var one : framing) {
      var message = Message.said(one, conversationId, lastId(), now);
      said.add(message);
      all.addFirst(node(message, next));
      next = next.next();
    }
  }

  private static Tree.Node node(Message message, Place place) {
    return new Tree.Node(
        message.id(),
        message.parentId(),
        place.branch(),
        place.depth(),
        message.role(),
        message.content(),
        message.tokens(),
        message.status(),
        message.createdAt().toEpochMilli(),
        message.functionCalls(),
        message.callId(),
        false);
  }

  /// What the question follows; none where it is the first.
  @Nullable String lastId() {
    return all.isEmpty() ? null : all.getFirst().id();
  }

  /// What is said with the question, oldest first.
  List<Message> said() {
    return said;
  }

  int count() {
    return said.size();
  }

  List<Tree.Node> all() {
    return all;
  }

  /// What is said, and what follows it, oldest first.
  List<Message> and(Message... more) {
    var messages = new ArrayList<>(said);
    Collections.addAll(messages, more);
    return messages;
  }
}
