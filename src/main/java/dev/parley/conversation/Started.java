package dev.parley.conversation;

/// The body of the event `message.started` of an answer that was begun before.
record Started(String conversationId, Message userMessage, Message message, Object context) {

  /// @param answer as it is by now
  static Started again(Message question, Message answer, Object context) {
    var begun =
        Message.emptyAnswer(
            answer.id(),
            answer.conversationId(),
            question.id(),
            String.valueOf(answer.model()),
            answer.createdAt());
    return new Started(answer.conversationId(), question, begun, context);
  }
}
