package dev.parley.conversation;

import dev.parley.platform.DatabaseKind;
import dev.parley.platform.OnDatabase;
import java.nio.ByteBuffer;
import java.util.Map;
import org.springframework.stereotype.Component;

/// SQLite's own index of trigrams (FTS5) is one for everybody and knows nothing shorter, and each
/// message would be written all over it. Small and capital letters are made alike by `holds_text`,
/// a function of ours, as is `holds_bits`.
@Component
@OnDatabase(DatabaseKind.SQLITE)
class SqliteTextIndex extends BlockTextIndex {

  SqliteTextIndex(TextBlocks blocks, UnindexedMessages unindexed) {
    super(blocks, unindexed);
  }

  @Override
  String holds(String column) {
    return "holds_text(%s, :text)".formatted(column);
  }

  /// The same statement for whatever is looked for, so that it is kept.
  @Override
  Condition holdsBits(Map<Integer, Integer> masks) {
    var bits = ByteBuffer.allocate(masks.size() * (Short.BYTES + Byte.BYTES));
    masks.forEach((n, mask) -> bits.putShort(n.shortValue()).put(mask.byteValue()));
    return new Condition("holds_bits(b.bits, :bits)", Map.of("bits", bits.array()));
  }

  @Override
  String blocksWithMessages() {
    return """
        text_blocks b CROSS JOIN messages m
          ON m.conversation_id = b.conversation_id AND m.n BETWEEN b.first_n AND b.last_n""";
  }
}
