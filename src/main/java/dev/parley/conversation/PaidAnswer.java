package dev.parley.conversation;

import dev.parley.answer.AnswerStore;
import dev.parley.answer.End;
import dev.parley.answer.Ending;
import dev.parley.answer.Topic;
import dev.parley.budget.Hold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps one answer, and what is held for it.
final class PaidAnswer implements AnswerStore {

  private final PaidAnswers answers;
  private volatile @Nullable Hold hold;

  PaidAnswer(PaidAnswers answers) {
    this.answers = answers;
  }

  void hold(Hold held) {
    hold = held;
  }

  @Override
  public boolean savesText() {
    return true;
  }

  @Override
  public Optional<End> finish(String answerId, Topic topic, Ending ending) {
    return answers.finish(answerId, topic, ending, hold);
  }
}
