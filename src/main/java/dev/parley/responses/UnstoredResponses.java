package dev.parley.responses;

import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.idempotency.First;
import dev.parley.idempotency.KeptAlready;
import dev.parley.idempotency.Once;
import dev.parley.idempotency.StillRunning;
import dev.parley.model.ModelCall;
import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import dev.parley.model.Models;
import dev.parley.model.PairedCalls;
import dev.parley.openai.UnkeptAnswers;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Responses of which nothing is kept. They are for the asker alone: who leaves ends them.
@Component
class UnstoredResponses {

  private final UnkeptAnswers answers;
  private final Models models;
  private final Ids ids;
  private final Clock clock;
  private final JsonMapper json;

  UnstoredResponses(UnkeptAnswers answers, Models models, Ids ids, Clock clock, JsonMapper json) {
    this.answers = answers;
    this.models = models;
    this.ids = ids;
    this.clock = clock;
    this.json = json;
  }

  /// Asks, unless the same was asked before: of that answer nothing is kept.
  ///
  /// @param toll what a question costs of the limits
  Reply ask(String accountId, Draft draft, Once.Request once, Runnable toll, Origin origin) {
    var earlier = once.earlier();
    if (earlier.isPresent()) {
      throw answers.sentBefore(earlier.get());
    }
    toll.run();
    try {
      return ask(accountId, draft, once, origin);
    } catch (KeptAlready _) {
      throw answers.sentBefore(once.earlier().orElseThrow(StillRunning::new));
    }
  }

  private Reply ask(String accountId, Draft draft, First once, Origin origin) {
    var model = models.choose(new Fields(), draft.model());
    var note = new Note(draft.said().size(), Note.Place.BEGAN, draft.asked());
    var head = new Head(ids.next("msg"), null, model, clock.instant(), note);
    var turns = PairedCalls.of(turns(draft), draft.said().size());
    var call = new ModelCall(model, turns, null, null, draft.wishes());
    var mostTokens = draft.asked().maxOutputTokens();
    var asked =
        new UnkeptAnswers.Unkept(
            head.id(),
            call,
            call.estimatedTokens(),
            mostTokens == null ? models.longestAnswer(model) : mostTokens,
            once,
            Outcome::of);
    var answer = answers.write(accountId, asked, origin);
    origin.own(answer);
    return new Reply.Private(
        answer,
        draft.streamed()
            ? new Reply.Told(answer, new ResponseEvents(head, json), -1)
            : new Reply.Whole(answer, StoredResponses.whole(head)));
  }

  private static List<Turn> turns(Draft draft) {
    var turns = new ArrayList<Turn>();
    var developer = draft.instructionsAndDeveloper();
    if (developer != null) {
      turns.add(new Turn(Role.SYSTEM, developer));
    }
    for (var said : draft.said()) {
      turns.add(said.turn());
    }
    return turns;
  }
}
