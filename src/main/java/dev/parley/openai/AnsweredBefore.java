package dev.parley.openai;

import dev.parley.answer.Passing;
import dev.parley.answer.Reply;
import dev.parley.conversation.KnownAnswers;
import dev.parley.conversation.Message;
import dev.parley.idempotency.StillRunning;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers to requests that were sent before with the same key. What is kept in a conversation is
/// given again, written down anew; what is kept nowhere cannot be, and is not asked for twice.
@Component
class AnsweredBefore {

  /// What is kept of a request whose answer is not.
  record Unkept(String answerId) {}

  private final KnownAnswers known;
  private final UnkeptAnswers unkept;
  private final JsonMapper json;

  AnsweredBefore(KnownAnswers known, UnkeptAnswers unkept, JsonMapper json) {
    this.known = known;
    this.unkept = unkept;
    this.json = json;
  }

  /// @param first what was kept of the first request
  /// @throws StillRunning where that is being answered
  /// @throws AnswerNotKept where its answer was not to be kept
  Reply again(String accountId, Completion completion, JsonNode first) {
    var kept = first.path("message_id").asString("");
    if (kept.isEmpty()) {
      throw unkept.sentBefore(first);
    }
    var found = known.require(accountId, kept);
    if (found.isLive()) {
      throw new StillRunning();
    }
    var passing = Passing.past(completion.streamed(), written(completion, found.message()));
    return new Reply.Passed(found.answer(), passing, ErrorBody::of);
  }

  private byte[] written(Completion completion, Message message) {
    var again = new CompletionAgain(message, json);
    return completion.streamed() ? again.events(completion.tellsUsage()) : again.whole();
  }
}
