package dev.parley.openai;

import dev.parley.answer.Answers;
import dev.parley.answer.Begun;
import dev.parley.answer.Origin;
import dev.parley.answer.Passing;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.budget.QuotaExceeded;
import dev.parley.budget.Spending;
import dev.parley.modelkey.ModelKeys;
import dev.parley.platform.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Passes questions on to the model, and keeps nothing of them.
@Component
class Passages {

  private static final Logger log = LoggerFactory.getLogger(Passages.class);

  private final Answers answers;
  private final Accounting accounting;
  private final Spending spending;
  private final ModelKeys keys;
  private final Ids ids;

  Passages(Answers answers, Accounting accounting, Spending spending, ModelKeys keys, Ids ids) {
    this.answers = answers;
    this.accounting = accounting;
    this.spending = spending;
    this.keys = keys;
    this.ids = ids;
  }

  Reply ask(String accountId, Completion completion, Origin origin) {
    var key = keys.find(accountId);
    if (key == null) {
      answers.checkAvailable();
    }
    var id = ids.next("chatcmpl");
    var passing = new Passing(completion.streamed());
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
    return new Reply.Passed(begun.answer(), passing, ErrorBody::of);
  }
}
