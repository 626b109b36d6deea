package dev.parley.conversation;

import dev.parley.platform.Belongings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What an account has said and was answered.
@Configuration(proxyBeanMethods = false)
class ConversationBelongings {

  /// Before the conversations, of which one could have so many that all others would wait.
  @Bean
  @Order(2)
  Belongings messageRows() {
    return new Belongings("messages", FewRows.ofMessages("c.owner_id = :owner"));
  }

  @Bean
  @Order(3)
  Belongings textBlockRows() {
    return new Belongings(null, FewRows.ofBlocks("c.owner_id = :owner"));
  }

  @Bean
  @Order(4)
  Belongings conversationRows() {
    return new Belongings(
        "conversations",
        """
        DELETE FROM conversations
        WHERE n IN (
          SELECT n FROM (SELECT n FROM conversations WHERE owner_id = :owner LIMIT :few) few)
        """);
  }
}
