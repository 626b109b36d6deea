package dev.parley.relay;

import dev.parley.platform.Happening;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes on record of questions with an own key, of which nothing else is kept. Nobody says who
/// asks them, so there is no actor.
sealed interface RelayHappening extends Happening {

  @Override
  default @Nullable String actor() {
    return null;
  }

  /// A question is about to be put to the model.
  ///
  /// @param subject the answer that it will get
  /// @param content what was asked
  record QuestionRelayed(String subject, String content) implements RelayHappening {

    @Override
    public String kind() {
      return "question_relayed";
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("content", content);
    }
  }

  /// An answer has ended.
  ///
  /// @param subject the answer
  /// @param outcome `completed`, `stopped` or `failed`
  /// @param content all that was written
  record AnswerRelayed(String subject, String outcome, String content) implements RelayHappening {

    @Override
    public String kind() {
      return "answer_relayed";
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("content", content);
    }
  }
}
