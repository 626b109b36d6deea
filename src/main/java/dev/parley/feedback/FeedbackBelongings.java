package dev.parley.feedback;

import dev.parley.platform.Belongings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What an account has said of answers.
@Configuration(proxyBeanMethods = false)
class FeedbackBelongings {

  /// Before the messages, which would take it along uncounted.
  @Bean
  @Order(1)
  Belongings feedbackRows() {
    return new Belongings(
        "feedback",
        """
        DELETE FROM feedback
        WHERE id IN (
          SELECT id FROM (
            SELECT f.id
            FROM conversations c
            JOIN messages m ON m.conversation_id = c.id
            JOIN feedback f ON f.message_id = m.id
            WHERE c.owner_id = :owner
            LIMIT :few) few)
        """);
  }
}
