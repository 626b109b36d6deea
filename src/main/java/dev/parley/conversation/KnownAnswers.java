package dev.parley.conversation;

import dev.parley.answer.Answers;
import dev.parley.answer.LiveAnswer;
import dev.parley.answer.Mirrors;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.web.Invalid;
import dev.parley.web.NotFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds answers for whoever reads or stops them: live, on whatever node, or as they are stored.
@Component
public class KnownAnswers {

  /// An answer and its row.
  ///
  /// @param isLive whether it is being written
  /// @param message as it was stored when it was looked for
  public record Known(LiveAnswer answer, boolean isLive, Message message) {}

  private final Messages messages;
  private final StoredAnswers store;
  private final Answers answers;
  private final Mirrors mirrors;

  KnownAnswers(Messages messages, StoredAnswers store, Answers answers, Mirrors mirrors) {
    this.messages = messages;
    this.store = store;
    this.answers = answers;
    this.mirrors = mirrors;
  }

  /// An answer, to be read from any place.
  ///
  /// @throws NotFound where it is not there, or somebody else's, or no answer
  public Known require(String owner, String messageId) {
    var known = find(owner, messageId);
    if (known.message.isUser()) {
      throw new NotFound();
    }
    return known;
  }

  Known find(String owner, String messageId) {
    // Looked for first: an answer that ends in between is found in the database.
    var live = answers.find(messageId);
    var message = messages.require(owner, messageId);
    if (live.isEmpty() && message.isInProgress()) {
      live = mirrors.find(messageId, topic(owner, message));
      if (live.isEmpty()) {
        // It has begun here in between, or ended.
        live = answers.find(messageId);
        message = messages.require(owner, messageId);
      }
    }
    return live.isPresent()
        ? new Known(live.get(), true, message)
        : new Known(past(owner, message, null), false, message);
  }

  /// A stored answer, to be read anew.
  LiveAnswer past(String owner, Message message, @Nullable Object started) {
    return LiveAnswer.past(
        message.id(),
        topic(owner, message),
        store,
        started,
        message.content(),
        PastEnd.of(message));
  }

  /// The message's text from an offset on, live while it is being written.
  ///
  /// @throws NotFound where it is not there, or somebody else's
  public Reply read(String owner, String messageId, Offset from) {
    var after = from.units();
    var known = find(owner, messageId);
    var message = known.message;
    if (known.isLive) {
      checkOffset(after, message, answers.find(messageId).map(LiveAnswer::length));
      return new Reply.Stream(known.answer, after, false);
    }
    var length = message.content().length();
    checkOffset(after, message, Optional.of(length));
    return Message.COMPLETED.equals(message.status()) && after == length
        ? new Reply.Nothing()
        : new Reply.Stream(known.answer, after, false);
  }

  /// Whoever read an answer that was then interrupted may have more of it than could be saved, and
  /// of one that another node writes, more than is known here.
  private static void checkOffset(int after, Message message, Optional<Integer> length) {
    if (length.filter(known -> after > known).isPresent()
        && !Message.INTERRUPTED.equals(message.status())) {
      throw new Invalid("after", "is beyond the text that has been written");
    }
  }

  /// Ends an answer that is being written, by whatever node; one that has ended stays as it is.
  ///
  /// @throws NotFound where it is not there, or somebody else's
  public Message stop(String owner, String messageId) {
    var message = messages.require(owner, messageId);
    answers.stop(messageId);
    if (message.isInProgress()) {
      mirrors.stop(messageId, topic(owner, message));
    }
    return messages.require(owner, messageId);
  }

  private static Topic topic(String owner, Message message) {
    return new Topic(owner, message.conversationId(), false);
  }
}
