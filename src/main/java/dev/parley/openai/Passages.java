package dev.parley.openai;

import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Origin;
import dev.parley.answer.Passing;
import dev.parley.answer.Reply;
import dev.parley.conversation.PassedQuestion;
import dev.parley.conversation.PassedQuestions;
import dev.parley.idempotency.First;
import dev.parley.idempotency.KeptAlready;
import dev.parley.idempotency.Once;
import dev.parley.idempotency.StillRunning;
import dev.parley.modelkey.ModelKeys;
import dev.parley.platform.Ids;
import org.springframework.stereotype.Component;

/// Passes questions on to the model. Nothing is kept of them unless they say so.
@Component
class Passages {

  private static final String NOTHING = "";

  private final UnkeptAnswers answers;
  private final PassedQuestions questions;
  private final ModelKeys keys;
  private final AnsweredBefore before;
  private final Ids ids;

  Passages(
      UnkeptAnswers answers,
      PassedQuestions questions,
      ModelKeys keys,
      AnsweredBefore before,
      Ids ids) {
    this.before = before;
    this.answers = answers;
    this.questions = questions;
    this.keys = keys;
    this.ids = ids;
  }

  /// Asks, or finds the answer where the same was asked before.
  ///
  /// @param toll what a question costs of the limits, taken unless it was asked before
  Reply ask(
      String accountId, Completion completion, Once.Request once, Runnable toll, Origin origin) {
    var earlier = once.earlier();
    if (earlier.isPresent()) {
      return before.again(accountId, completion, earlier.get());
    }
    toll.run();
    try {
      return pass(accountId, completion, once, origin);
    } catch (KeptAlready _) {
      var first = once.earlier().orElseThrow(StillRunning::new);
      return before.again(accountId, completion, first);
    }
  }

  private Reply pass(String accountId, Completion completion, First once, Origin origin) {
    var passing = new Passing(completion.streamed());
    var keep = completion.keep();
    var answer =
        keep == null
            ? relay(accountId, completion, once, origin, passing)
            : keep(accountId, completion, keep, once, origin, passing);
    origin.own(answer);
    return new Reply.Passed(answer, passing, ErrorBody::of);
  }

  private LiveAnswer keep(
      String accountId,
      Completion completion,
      Completion.Keep keep,
      First once,
      Origin origin,
      Passing passing) {
    var cost = completion.cost();
    var question =
        new PassedQuestion(
            keep.question(),
            completion.model(),
            completion.passage(passing),
            cost.input(),
            cost.output());
    return questions
        .ask(accountId, keep.conversationId(), question, once, origin, () -> keys.find(accountId))
        .answer();
  }

  private LiveAnswer relay(
      String accountId, Completion completion, First once, Origin origin, Passing passing) {
    var asked =
        new UnkeptAnswers.Unkept(
            ids.next("chatcmpl"),
            completion.call(null, passing),
            completion.cost().input(),
            completion.cost().output(),
            once,
            _ -> NOTHING);
    return answers.write(accountId, asked, origin);
  }
}
