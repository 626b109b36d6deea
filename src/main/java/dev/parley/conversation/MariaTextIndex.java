package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The owner's texts themselves, the newest conversations first. MariaDB would turn `EXISTS` into a
/// join and read all messages of everybody first; where there is a `LIMIT` it does not.
@Component
@OnDatabase(DatabaseKind.MARIADB)
class MariaTextIndex implements TextIndex {

  private static final String IN_THE_TEXTS =
      """
      (LOCATE(LOWER(:text), LOWER(c.title)) > 0
        OR (
          SELECT 1 FROM messages m
          WHERE m.conversation_id = c.id AND LOCATE(LOWER(:text), LOWER(m.content)) > 0
          LIMIT 1) = 1)""";

  @Override
  public Condition holds(String text) {
    return new Condition(IN_THE_TEXTS, Map.of("text", text));
  }
}
