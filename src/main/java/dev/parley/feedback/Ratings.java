package dev.parley.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an account said of its messages, for whoever shows them.
@Component
public class Ratings {

  /// What was said of a message.
  ///
  /// @param rating `up` or `down`
  public record Rating(String rating, @Nullable String comment, Instant createdAt) {}

  private final Feedback feedback;

  Ratings(Feedback feedback) {
    this.feedback = feedback;
  }

  /// The ratings of these messages, by message.
  ///
  /// @param messageIds of one account, a few hundred at most
  public Map<String, Rating> of(String owner, List<String> messageIds) {
    return feedback.ofMessages(owner, messageIds);
  }
}
