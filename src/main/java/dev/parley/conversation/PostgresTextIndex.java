package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.util.Map;
import org.springframework.stereotype.Component;

/// PostgreSQL's index of trigrams (`pg_trgm`) is one for everybody: what is frequent, or
/// shorter than three characters, it finds no faster than whoever reads all. Small and capital
/// letters are made alike by `folded`, a function of ours.
@Component
@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresTextIndex extends BlockTextIndex {

  PostgresTextIndex(TextBlocks blocks, UnindexedMessages unindexed) {
    super(blocks, unindexed);
  }

  @Override
  String holds(String column) {
    return "folded(%s) LIKE folded(:text)".formatted(column);
  }

  @Override
  String parameter(String text) {
    return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  @Override
  Condition holdsBits(Map<Integer, Integer> masks) {
    return eachByte(masks, "(get_byte(b.bits, %1$d) & %2$d) = %2$d");
  }

  @Override
  String blocksWithMessages() {
    return """
        text_blocks b JOIN messages m
          ON m.conversation_id = b.conversation_id AND m.n BETWEEN b.first_n AND b.last_n""";
  }
}
