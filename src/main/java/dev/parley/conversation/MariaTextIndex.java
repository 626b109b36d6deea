package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The owner's texts themselves, the newest conversations first.
@Component
@OnDatabase(DatabaseKind.MARIADB)
class MariaTextIndex implements TextIndex {

  private static final String IN_THE_TEXTS =
      """
      (LOCATE(LOWER(:text), LOWER(c.title)) > 0
        OR EXISTS (
          SELECT 1 FROM messages m
          WHERE m.conversation_id = c.id AND LOCATE(LOWER(:text), LOWER(m.content)) > 0))""";

  @Override
  public Condition holds(String text) {
    return new Condition(IN_THE_TEXTS, Map.of("text", text));
  }
}
