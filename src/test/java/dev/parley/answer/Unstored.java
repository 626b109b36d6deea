package dev.parley.answer;

import java.util.Optional;

/// Answers that nobody stores.
final class Unstored {

  static final Topic TOPIC = new Topic("user_1", "conv_1", false);

  static final AnswerStore STORE =
      new AnswerStore() {
        @Override
        public boolean savesText() {
          return false;
        }

        @Override
        public Optional<End> finish(String answerId, Topic topic, Ending ending) {
          throw new AssertionError("nothing is to be stored");
        }
      };

  private Unstored() {}

  static LiveAnswer answer() {
    return new LiveAnswer("msg_1", TOPIC, STORE, _ -> {});
  }
}
