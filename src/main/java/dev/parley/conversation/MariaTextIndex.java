package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.Map;
import org.springframework.stereotype.Component;

/// MariaDB finds messages by conversation and number where both are ranges.
@Component
@OnDatabase(DatabaseKind.MARIADB)
class MariaTextIndex extends BlockTextIndex {

  MariaTextIndex(TextBlocks blocks, UnindexedMessages unindexed) {
    super(blocks, unindexed);
  }

  @Override
  String holds(String column) {
    return "LOCATE(LOWER(:text), LOWER(%s)) > 0".formatted(column);
  }

  @Override
  Condition holdsBits(Map<Integer, Integer> masks) {
    return eachByte(masks, "(ASCII(SUBSTR(b.bits, %1$d + 1, 1)) & %2$d) = %2$d");
  }

  @Override
  String blocksWithMessages() {
    return """
        text_blocks b STRAIGHT_JOIN messages m
          ON m.conversation_id BETWEEN b.conversation_id AND b.conversation_id
            AND m.n BETWEEN b.first_n AND b.last_n""";
  }
}
