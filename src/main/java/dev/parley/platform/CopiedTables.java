package dev.parley.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds what tables there are, with those first on which others hang.
final class CopiedTables {

  /// Those that each database fills itself are not copied.
  private static final Set<String> NOT_COPIED =
      Set.of("flyway_schema_history", CopyMark.TABLE, "nodes", "shedlock", "text_blocks");

  /// The same, of columns.
  private static final Set<String> COLUMNS_NOT_COPIED = Set.of("unindexed");

  private CopiedTables() {}

  /// The tables of two databases of the same version.
  static List<CopiedTable> of(
      Connection from, DatabaseKind fromKind, Connection to, DatabaseKind toKind)
      throws SQLException {
    var names = names(to, toKind);
    if (!names.equals(names(from, fromKind))) {
      throw new UnsafeStart(
          "The two databases do not have the same tables.",
          "Copy into a database in which there is nothing else.");
    }
    var tables = new ArrayList<CopiedTable>();
    for (var name : inOrder(to, names)) {
      tables.add(table(name, columns(from, name), columns(to, name), key(to, name)));
    }
    return tables;
  }

  static Set<String> names(Connection connection, DatabaseKind kind) throws SQLException {
    var names = new TreeSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(kind.tables())) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    names.removeAll(NOT_COPIED);
    return names;
  }

  private static CopiedTable table(
      String name, Map<String, Integer> from, Map<String, Integer> to, List<String> key) {
    if (!from.keySet().equals(to.keySet())) {
      throw new IllegalStateException("%s has other columns there".formatted(name));
    }
    var columns = new TreeMap<String, CopiedColumn>();
    from.forEach(
        (column, type) ->
            columns.put(
                column, CopiedColumn.of(name, column, type, to.getOrDefault(column, type))));
    return new CopiedTable(
        name, List.copyOf(columns.values()), key.stream().map(columns::get).toList());
  }

  /// The types of those that have values of their own.
  private static Map<String, Integer> columns(Connection connection, String table)
      throws SQLException {
    var columns = new TreeMap<String, Integer>();
    try (var rows =
        connection
            .getMetaData()
            .getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
      while (rows.next()) {
        var name = rows.getString("COLUMN_NAME");
        if (!"YES".equals(rows.getString("IS_GENERATEDCOLUMN"))
            && !COLUMNS_NOT_COPIED.contains(name)) {
          columns.put(name, rows.getInt("DATA_TYPE"));
        }
      }
    }
    return columns;
  }

  private static List<String> key(Connection connection, String table) throws SQLException {
    var key = new TreeMap<Integer, String>();
    try (var rows =
        connection
            .getMetaData()
            .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (rows.next()) {
        key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(key.values());
  }

  private static List<String> inOrder(Connection connection, Set<String> names)
      throws SQLException {
    var order = new ArrayList<String>();
    for (var left = new TreeSet<>(names); !left.isEmpty(); left.removeAll(order)) {
      for (var name : left) {
        if (order.containsAll(owners(connection, name))) {
          order.add(name);
        }
      }
    }
    return order;
  }

  private static Set<String> owners(Connection connection, String table) throws SQLException {
    var owners = new TreeSet<String>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (rows.next()) {
        owners.add(rows.getString("PKTABLE_NAME"));
      }
    }
    owners.remove(table);
    return owners;
  }
}
