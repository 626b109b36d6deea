package dev.parley.responses;

import dev.parley.conversation.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// What a response is, whatever becomes of it.
///
/// @param messageId of the answer
/// @param conversationId none where nothing is stored
record Head(
    String messageId, @Nullable String conversationId, String model, Instant createdAt, Note note) {

  private static final JsonNode AUTO = StringNode.valueOf("auto");

  static Head of(Message answer, Note note) {
    return new Head(
        answer.id(),
        answer.conversationId(),
        String.valueOf(answer.model()),
        answer.createdAt(),
        note);
  }

  String id() {
    return ResponseIds.ofAnswer(messageId);
  }

  /// The response as it is now.
  Response with(Outcome outcome) {
    var asked = note.asked();
    var functions = asked.functions();
    var reason = outcome.reason();
    return new Response(
        id(),
        "response",
        createdAt.getEpochSecond(),
        outcome.responseStatus(),
        asked.background(),
        reference(),
        outcome.isFailed() ? failure(outcome) : null,
        reason == null ? null : new Response.Incomplete(reason),
        asked.instructions(),
        asked.maxOutputTokens(),
        asked.metadata(),
        model,
        output(outcome),
        !Boolean.FALSE.equals(functions.parallel()),
        asked.previousResponseId(),
        functions.effort() == null ? null : new Response.Reasoning(functions.effort()),
        conversationId != null,
        asked.temperature(),
        functions.toldText(),
        functions.toolChoice() == null ? AUTO : functions.toolChoice(),
        functions.told(),
        asked.topP(),
        "auto",
        Response.Tokens.of(outcome.usage()));
  }

  private Response.@Nullable Reference reference() {
    return conversationId == null || note.place() != Note.Place.NAMED
        ? null
        : new Response.Reference(conversationId);
  }

  private static Response.Failure failure(Outcome outcome) {
    return new Response.Failure(outcome.errorCode(), String.valueOf(outcome.detail()));
  }

  private List<Item> output(Outcome outcome) {
    var items = new ArrayList<Item>();
    if (!outcome.text().isEmpty()) {
      items.add(Item.ended(messageId, outcome.status(), outcome.text()));
    }
    outcome.calls().forEach(call -> items.add(Item.call(messageId, call)));
    return items;
  }
}
