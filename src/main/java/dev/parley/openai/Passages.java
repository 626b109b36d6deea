package dev.parley.openai;

import dev.parley.answer.Origin;
import dev.parley.answer.Passing;
import dev.parley.answer.Reply;
import dev.parley.platform.Ids;
import org.springframework.stereotype.Component;

/// Passes questions on to the model, and keeps nothing of them.
@Component
class Passages {

  private static final String NOTHING = "";

  private final UnkeptAnswers answers;
  private final Ids ids;

  Passages(UnkeptAnswers answers, Ids ids) {
    this.answers = answers;
    this.ids = ids;
  }

  Reply ask(String accountId, Completion completion, Origin origin) {
    var passing = new Passing(completion.streamed());
    var asked =
        new UnkeptAnswers.Unkept(
            ids.next("chatcmpl"),
            key -> completion.call(key, passing),
            completion.cost().input(),
            completion.cost().output(),
            _ -> NOTHING);
    var answer = answers.write(accountId, asked, origin);
    return new Reply.Passed(answer, passing, ErrorBody::of);
  }
}
