package dev.parley.openai;

import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Origin;
import dev.parley.answer.Passing;
import dev.parley.answer.Reply;
import dev.parley.conversation.PassedQuestion;
import dev.parley.conversation.PassedQuestions;
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
  private final Ids ids;

  Passages(UnkeptAnswers answers, PassedQuestions questions, ModelKeys keys, Ids ids) {
    this.answers = answers;
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
    var asked =
        new UnkeptAnswers.Unkept(
            ids.next("chatcmpl"),
            completion.call(null, passing),
            completion.cost().input(),
            completion.cost().output(),
            _ -> NOTHING);
    return answers.write(accountId, asked, origin);
  }
}
