package dev.parley.openai;

import dev.parley.model.CallsText;
import dev.parley.model.FunctionCall;
import dev.parley.platform.Happening;
import java.util.List;
import java.util.Map;

/// What goes on record of answers of which nothing else is stored.
///
/// @see Happening
sealed interface CompletionHappening extends Happening {

  /// A question is about to be put to the model.
  ///
  /// @param actor the account
  /// @param subject the answer's id
  /// @param content the last that was said in it
  record CompletionAsked(String actor, String subject, String content)
      implements CompletionHappening {

    @Override
    public String kind() {
      return "completion_asked";
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("content", content);
    }
  }

  /// The model was asked with the account's own key.
  record OwnKeyUsed(String actor, String subject) implements CompletionHappening {

    @Override
    public String kind() {
      return "model_key_used";
    }
  }

  /// An answer is whole, or there is no more of it.
  ///
  /// @param outcome how it ended
  /// @param content all that was written, as far as it is text
  /// @param calls the functions that the model wants to have called
  record CompletionEnded(
      String actor, String subject, String outcome, String content, List<FunctionCall> calls)
      implements CompletionHappening {

    @Override
    public String kind() {
      return "completion_ended";
    }

    @Override
    public Map<String, String> texts() {
      return CallsText.onRecord(content, calls, null);
    }
  }
}
