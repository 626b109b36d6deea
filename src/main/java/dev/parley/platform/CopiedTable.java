package dev.parley.platform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table that is copied, and its SQL, the same for all databases.
///
/// @param key the columns of its primary key, which are among its columns
record CopiedTable(String name, List<CopiedColumn> columns, List<CopiedColumn> key) {

  /// A page in the order of the key.
  ///
  /// @param goesOn whether the parameters are a key that the page comes after, with the first `n`
  /// columns for each `n`
  String page(boolean goesOn, int rows) {
    return "SELECT %s FROM %s%s ORDER BY %s LIMIT %d"
        .formatted(names(columns), name, goesOn ? " WHERE " + isAfter() : "", names(key), rows);
  }

  /// The greatest key that there is.
  String last() {
    var order = key.stream().map(column -> column.name() + " DESC");
    return "SELECT %s FROM %s ORDER BY %s LIMIT 1"
        .formatted(names(key), name, order.collect(Collectors.joining(", ")));
  }

  String insert() {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(name, names(columns), "?" + ", ?".repeat(columns.size() - 1));
  }

  String count() {
    return "SELECT COUNT(*) FROM " + name;
  }

  /// `a > ? OR (a = ? AND b > ?)`.
  private String isAfter() {
    return IntStream.range(0, key.size())
        .mapToObj(
            n ->
                IntStream.rangeClosed(0, n)
                    .mapToObj(at -> key.get(at).name() + (at == n ? " > ?" : " = ?"))
                    .collect(Collectors.joining(" AND ", "(", ")")))
        .collect(Collectors.joining(" OR "));
  }

  private static String names(List<CopiedColumn> columns) {
    return columns.stream().map(CopiedColumn::name).collect(Collectors.joining(", "));
  }
}
