package dev.parley.conversation;

import dev.parley.platform.Happening;
import java.util.Map;

/// What goes on record of conversations. The actor is their owner: an account or a guest session.
sealed interface ConversationHappening extends Happening {

  /// A question is stored, and is about to be put to the model.
  ///
  /// @param subject the question
  /// @param content what was asked, as it is stored
  record QuestionAsked(String actor, String subject, String content)
      implements ConversationHappening {

    @Override
    public String kind() {
      return "question_asked";
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("content", content);
    }
  }

  /// Another answer was asked for.
  ///
  /// @param subject the question
  record QuestionAskedAgain(String actor, String subject) implements ConversationHappening {

    @Override
    public String kind() {
      return "question_asked_again";
    }
  }

  /// The model was asked with the account's own key.
  ///
  /// @param subject the answer
  record OwnKeyUsed(String actor, String subject) implements ConversationHappening {

    @Override
    public String kind() {
      return "model_key_used";
    }
  }

  /// An answer is stored as it will stay.
  ///
  /// @param subject the answer
  /// @param outcome its status
  /// @param content all that was written
  record AnswerEnded(String actor, String subject, String outcome, String content)
      implements ConversationHappening {

    @Override
    public String kind() {
      return "answer_ended";
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("content", content);
    }
  }

  /// The text of a message is gone; its conversation stays.
  ///
  /// @param subject the message
  record MessageDeleted(String actor, String subject) implements ConversationHappening {

    @Override
    public String kind() {
      return "message_deleted";
    }
  }

  /// A conversation is gone, with all its messages.
  ///
  /// @param subject the conversation
  record ConversationDeleted(String actor, String subject) implements ConversationHappening {

    @Override
    public String kind() {
      return "conversation_deleted";
    }
  }

  /// An account has taken over what a guest had.
  ///
  /// @param subject the guest session
  record SessionClaimed(String actor, String subject) implements ConversationHappening {

    @Override
    public String kind() {
      return "session_claimed";
    }
  }

  /// Conversations from elsewhere are the account's.
  ///
  /// @param subject the import
  record ConversationsImported(String actor, String subject) implements ConversationHappening {

    @Override
    public String kind() {
      return "conversations_imported";
    }
  }
}
