package dev.parley.vault;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sealed secrets of all rooms, by the key that they are under.
@Component
class SealedRows {

  /// A sealed secret and the key of its row.
  record Row(String key, String sealed) {}

  /// A sealed secret that is to take the place of another.
  record Replacement(String key, String before, String after) {}

  private final JdbcClient jdbc;
  private final List<SealedColumn> columns;

  SealedRows(JdbcClient jdbc, ObjectProvider<SealedColumn> columns) {
    this.jdbc = jdbc;
    this.columns = columns.orderedStream().toList();
  }

  List<SealedColumn> columns() {
    return columns;
  }

  /// Some of those in a column that are not under a key, in the order of their rows.
  ///
  /// @param after the key of a row, which they come after
  List<Row> notUnder(String keyId, SealedColumn column, String after, int limit) {
    return jdbc.sql(
            """
            SELECT %1$s, %2$s AS sealed
            FROM %3$s
            WHERE %2$s NOT LIKE :prefix AND %1$s > :after
            ORDER BY %1$s
            LIMIT :limit
            """
                .formatted(column.key(), column.column(), column.table()))
        .param("prefix", Vault.prefix(keyId) + "%")
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> new Row(row.getString(1), row.getString(2)))
        .list();
  }

  /// How many there are, in all columns, that are not under a key.
  int countNotUnder(String keyId) {
    return columns.stream().mapToInt(column -> count("NOT LIKE", keyId, column)).sum();
  }

  boolean areAnyUnder(String keyId) {
    return columns.stream().anyMatch(column -> count("LIKE", keyId, column) > 0);
  }

  private int count(String operator, String keyId, SealedColumn column) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM %s WHERE %s %s :prefix"
                .formatted(column.table(), column.column(), operator))
        .param("prefix", Vault.prefix(keyId) + "%")
        .query(Integer.class)
        .single();
  }

  /// Puts sealed secrets into the place of others. What its owner has changed meanwhile stays.
  ///
  /// @return how many it were
  @Transactional
  public int replace(SealedColumn column, List<Replacement> replacements) {
    var sql =
        "UPDATE %1$s SET %2$s = :after WHERE %3$s = :key AND %2$s = :before"
            .formatted(column.table(), column.column(), column.key());
    return replacements.stream()
        .mapToInt(
            one ->
                jdbc.sql(sql)
                    .param("key", one.key())
                    .param("before", one.before())
                    .param("after", one.after())
                    .update())
        .sum();
  }
}
