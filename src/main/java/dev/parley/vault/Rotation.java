package dev.parley.vault;

import dev.parley.vault.SealedRows.Replacement;
import dev.parley.vault.SealedRows.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Moves what is under older master keys to the first, a few at a time, while everything goes on.
@Component
class Rotation {

  static final int FEW = 100;

  private static final Logger log = LoggerFactory.getLogger(Rotation.class);

  /// What came of it.
  ///
  /// @param moved how many were sealed anew
  /// @param left how many are still under another key: they do not open, or came meanwhile from a
  /// server whose first key is another
  record Outcome(int moved, int left) {}

  private final MasterKeys keys;
  private final Vault vault;
  private final SealedRows rows;

  Rotation(MasterKeys keys, Vault vault, SealedRows rows) {
    this.keys = keys;
    this.vault = vault;
    this.rows = rows;
  }

  /// The id of the key that everything is moved to.
  String target() {
    return keys.first().id();
  }

  /// @param progress hears, after each few, how many have been moved so far
  Outcome rotate(IntConsumer progress) {
    var moved = 0;
    for (var column : rows.columns()) {
      var few = rows.notUnder(target(), column, "", FEW);
      while (!few.isEmpty()) {
        moved += rows.replace(column, sealedAnew(column, few));
        progress.accept(moved);
        few = rows.notUnder(target(), column, few.getLast().key(), FEW);
      }
    }
    return new Outcome(moved, rows.countNotUnder(target()));
  }

  private List<Replacement> sealedAnew(SealedColumn column, List<Row> few) {
    return few.stream().flatMap(row -> sealedAnew(column, row).stream()).toList();
  }

  private Optional<Replacement> sealedAnew(SealedColumn column, Row row) {
    var binding = new Binding(column.purpose(), row.key());
    try {
      var after = vault.seal(binding, vault.open(binding, row.sealed()));
      return Optional.of(new Replacement(row.key(), row.sealed(), after));
    } catch (Unreadable e) {
      log.error("Left as it is: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
