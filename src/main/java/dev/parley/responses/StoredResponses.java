package dev.parley.responses;

import dev.parley.answer.End;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.conversation.Dialogue;
import dev.parley.conversation.Framing;
import dev.parley.conversation.KnownAnswers;
import dev.parley.conversation.Manner;
import dev.parley.conversation.Message;
import dev.parley.conversation.NewQuestion;
import dev.parley.conversation.NewQuestion.Parent;
import dev.parley.conversation.OwnConversations;
import dev.parley.model.Models;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Responses that are stored: questions and answers of conversations like all others.
@Component
class StoredResponses {

  private final Dialogue dialogue;
  private final KnownAnswers known;
  private final OwnConversations conversations;
  private final Notes notes;
  private final Models models;
  private final Ids ids;
  private final JsonMapper json;

  StoredResponses(
      Dialogue dialogue,
      KnownAnswers known,
      OwnConversations conversations,
      Notes notes,
      Models models,
      Ids ids,
      JsonMapper json) {
    this.dialogue = dialogue;
    this.known = known;
    this.conversations = conversations;
    this.notes = notes;
    this.models = models;
    this.ids = ids;
    this.json = json;
  }

  /// @throws dev.parley.web.NotFound where what it goes on with is not there, or somebody else's
  Reply ask(String owner, Draft draft, Manner manner) {
    var spot = spot(owner, draft);
    var said = draft.said();
    var note = new Note(said.size(), spot.place, draft.asked());
    var framing =
        new Framing(
            said.subList(0, said.size() - 1),
            spot.instructions,
            draft.wishes(),
            answer -> notes.add(answer.id(), note));
    var last = said.getLast();
    var question =
        new NewQuestion(
            last.id(), last.content(), last.callId(), draft.model(), spot.parent, framing);
    var topic = new Topic(owner, spot.conversationId, false);
    var posed = dialogue.pose(topic, question, manner);
    var head = Head.of(posed.message(), note);
    if (draft.streamed()) {
      return new Reply.Told(posed.answer(), new ResponseEvents(head, json), -1);
    }
    return draft.asked().background()
        ? new Reply.Known(head.with(Outcome.of(posed.message())))
        : new Reply.Whole(posed.answer(), whole(head));
  }

  /// The whole response, also where it is incomplete; a failure is a status.
  static Function<End, Object> whole(Head head) {
    return end ->
        switch (end) {
          case End.Completed completed -> head.with(Outcome.carried(completed.message()));
          case End.Stopped stopped -> head.with(Outcome.carried(stopped.message()));
          case End.Failed failed -> {
            var outcome = failed.message() == null ? null : Outcome.carried(failed.message());
            if (outcome == null || outcome.isFailed()) {
              throw failed.failure();
            }
            yield head.with(outcome);
          }
        };
  }

  /// Where a response goes.
  ///
  /// @param instructions what the model is told for it alone
  private record Spot(
      String conversationId, Parent parent, Note.Place place, @Nullable String instructions) {}

  private Spot spot(String owner, Draft draft) {
    return switch (draft.where()) {
      case Draft.Where.Nowhere _ ->
          new Spot(
              ids.next("conv"),
              new Parent.Fresh(models.choose(new Fields(), draft.model()), draft.developer()),
              Note.Place.BEGAN,
              draft.asked().instructions());
      case Draft.Where.In(var conversationId) ->
          new Spot(
              conversationId,
              new Parent.Last(),
              Note.Place.NAMED,
              draft.instructionsAndDeveloper());
      case Draft.Where.After(var responseId) -> {
        var answerId = ResponseIds.answer(responseId);
        yield new Spot(
            notes.require(owner, answerId).conversationId(),
            new Parent.Named(answerId),
            Note.Place.FOLLOWED,
            draft.instructionsAndDeveloper());
      }
    };
  }

  /// The response as it is now.
  Response get(String owner, String responseId) {
    var answerId = ResponseIds.answer(responseId);
    var note = notes.require(owner, answerId).note();
    return response(known.require(owner, answerId).message(), note);
  }

  /// The response as a stream, live or as it was.
  ///
  /// @param after the last event that the client has
  Reply read(String owner, String responseId, int after) {
    var answerId = ResponseIds.answer(responseId);
    var note = notes.require(owner, answerId).note();
    var found = known.require(owner, answerId);
    var events = new ResponseEvents(Head.of(found.message(), note), json);
    return new Reply.Told(found.answer(), events, after);
  }

  /// Ends a response that is being written; one that has ended stays as it is.
  Response cancel(String owner, String responseId) {
    var answerId = ResponseIds.answer(responseId);
    var note = notes.require(owner, answerId).note();
    return response(known.stop(owner, answerId), note);
  }

  /// Deletes a response; and its conversation, where that was made for it and nothing else is left
  /// in it.
  void delete(String owner, String responseId) {
    var answerId = ResponseIds.answer(responseId);
    var conversationId = notes.require(owner, answerId).conversationId();
    known.stop(owner, answerId);
    if (notes.delete(owner, conversationId, answerId)) {
      conversations.delete(owner, conversationId);
    }
  }

  /// What was said with a response, newest first.
  List<Message> inputs(String owner, String responseId) {
    var answerId = ResponseIds.answer(responseId);
    var note = notes.require(owner, answerId).note();
    return conversations.leadingTo(owner, answerId, note.inputs());
  }

  private static Response response(Message message, Note note) {
    return Head.of(message, note).with(Outcome.of(message));
  }
}
