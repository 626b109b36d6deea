package dev.parley.conversation;

import dev.parley.model.CallsText;
import dev.parley.model.FunctionCall;
import dev.parley.platform.Happening;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes on record of conversations. The actor is their owner: an account or a guest session.
sealed interface ConversationHappening extends Happening {

  /// A question is stored, and is about to be put to the model.
  ///
  /// @param subject the question
  /// @param content what was asked, as it is stored
  /// @param callId of the function call whose output that is; none where somebody asks
  record QuestionAsked(String actor, String subject, String content, @Nullable String callId)
      implements ConversationHappening {

    @Override
    public String kind() {
      return "question_asked";
    }

    @Override
    public Map<String, String> texts() {
      return CallsText.onRecord(content, List.of(), callId);
    }
  }

  /// Something is stored that was said elsewhere, or before a question and together with it.
  record MessageAdded(String actor, Message message) implements ConversationHappening {

    @Override
    public String kind() {
      return "message_added";
    }

    @Override
    public String subject() {
      return message.id();
    }

    @Override
    public Map<String, String> texts() {
      return CallsText.onRecord(message.content(), message.functionCalls(), message.callId());
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
  /// @param calls the functions that the model wants to have called
  record AnswerEnded(
      String actor, String subject, String outcome, String content, List<FunctionCall> calls)
      implements ConversationHappening {

    @Override
    public String kind() {
      return "answer_ended";
    }

    @Override
    public Map<String, String> texts() {
      return CallsText.onRecord(content, calls, null);
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
