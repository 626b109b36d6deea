package dev.parley.openai;

import dev.parley.answer.Answers;
import dev.parley.answer.Begun;
import dev.parley.answer.Ending;
import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Origin;
import dev.parley.answer.Topic;
import dev.parley.budget.QuotaExceeded;
import dev.parley.budget.Spending;
import dev.parley.idempotency.First;
import dev.parley.idempotency.StillRunning;
import dev.parley.model.ModelCall;
import dev.parley.modelkey.ModelKeys;
import dev.parley.web.Refusal;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Asks the model, and keeps nothing of what is asked and answered but what it did cost.
@Component
public class UnkeptAnswers {

  private static final Logger log = LoggerFactory.getLogger(UnkeptAnswers.class);

  private final Answers answers;
  private final Accounting accounting;
  private final Spending spending;
  private final ModelKeys keys;

  UnkeptAnswers(Answers answers, Accounting accounting, Spending spending, ModelKeys keys) {
    this.answers = answers;
    this.accounting = accounting;
    this.spending = spending;
    this.keys = keys;
  }

  /// What is asked, and of which nothing is kept.
  ///
  /// @param id the answer's
  /// @param call what the model is asked; the key of the asker's own is put in here
  /// @param inputTokens of all that is sent, estimated to err high
  /// @param outputTokens of all that may be written
  /// @param once sees to it that it is asked once
  /// @param told what the end of the answer carries for its reader
  public record Unkept(
      String id,
      ModelCall call,
      int inputTokens,
      long outputTokens,
      First once,
      Function<Ending, Object> told) {}

  /// Why a request that was sent before is not answered again.
  ///
  /// @param first what was kept of it
  public Refusal sentBefore(JsonNode first) {
    var isBeingWritten = answers.find(first.path("answer_id").asString("")).isPresent();
    return isBeingWritten ? new StillRunning() : new AnswerNotKept();
  }

  /// Has the model asked.
  ///
  /// @throws dev.parley.idempotency.KeptAlready where the same was asked before
  /// @throws QuotaExceeded where a budget has not enough for it
  public LiveAnswer write(String accountId, Unkept asked, Origin origin) {
    var begun =
        answers.withKeyOf(
            accountId,
            () -> keys.find(accountId),
            key -> spending.telling(() -> begin(accountId, asked, asked.call.with(key), origin)));
    log.info("Asked {} for {}, of which nothing is kept", asked.call.model(), asked.id);
    return begun.answer();
  }

  private Begun<Relayed> begin(String accountId, Unkept asked, ModelCall call, Origin origin) {
    var store = new UnkeptAnswer(accounting, asked.once, asked.told);
    return answers.write(
        asked.id,
        new Topic(accountId, asked.id, false),
        origin,
        store,
        seat -> {
          seat.run();
          store.hold(accounting.begin(accountId, call, asked));
          return new Relayed(call);
        });
  }
}
