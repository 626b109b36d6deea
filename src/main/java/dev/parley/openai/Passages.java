package dev.parley.openai;

import dev.parley.answer.Answers;
import dev.parley.answer.Begun;
import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Origin;
import dev.parley.answer.Passing;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.budget.QuotaExceeded;
import dev.parley.budget.Spending;
import dev.parley.conversation.PassedQuestion;
import dev.parley.conversation.PassedQuestions;
import dev.parley.modelkey.ModelKeys;
import dev.parley.platform.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Passes questions on to the model. Nothing is kept of them unless they say so.
@Component
class Passages {

  private static final Logger log = LoggerFactory.getLogger(Passages.class);

  private final Answers answers;
  private final Accounting accounting;
  private final Spending spending;
  private final PassedQuestions questions;
  private final ModelKeys keys;
  private final Ids ids;

  Passages(
      Answers answers,
      Accounting accounting,
      Spending spending,
      PassedQuestions questions,
      ModelKeys keys,
      Ids ids) {
    this.answers = answers;
    this.accounting = accounting;
    this.spending = spending;
    this.questions = questions;
    this.keys = keys;
    this.ids = ids;
  }

  Reply ask(String accountId, Completion completion, Origin origin) {
    var passing = new Passing(completion.streamed());
    var keep = completion.keep();
    var answer =
        keep == null
            ? relay(accountId, completion, origin, passing)
            : keep(accountId, completion, keep, origin, passing);
    return new Reply.Passed(answer, passing, ErrorBody::of);
  }

  private LiveAnswer keep(
      String accountId,
      Completion completion,
      Completion.Keep keep,
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
        .ask(accountId, keep.conversationId(), question, origin, () -> keys.find(accountId))
        .answer();
  }

  private LiveAnswer relay(
      String accountId, Completion completion, Origin origin, Passing passing) {
    var key = keys.find(accountId);
    if (key == null) {
      answers.checkAvailable();
    }
    var id = ids.next("chatcmpl");
    var call = completion.call(key, passing);
    var unkept = new Unkept(accounting);
    Begun<Relayed> begun;
    try {
      begun =
          answers.write(
              id,
              new Topic(accountId, id, false),
              origin,
              unkept,
              seat -> {
                seat.run();
                unkept.hold(accounting.begin(accountId, id, call, completion.cost()));
                return new Relayed(call);
              });
    } catch (QuotaExceeded refusal) {
      spending.tell(refusal);
      throw refusal;
    }
    if (key != null && keys.find(accountId) == null) {
      // Deleted meanwhile, by somebody who may not have seen this answer yet.
      answers.forgetKey(accountId);
    }
    log.info("Passed {} on to {}, of which nothing is kept", id, completion.model());
    return begun.answer();
  }
}
