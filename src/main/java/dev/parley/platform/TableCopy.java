package dev.parley.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Copies the rows of a table in the order of its key, a page in a transaction. What is there
/// already is what an attempt before has copied: it goes on after it.
final class TableCopy {

  private static final int PAGE = 1_000;

  /// Rows that a driver reads ahead, of which one may be as long as an answer can be.
  private static final int AHEAD = 50;

  /// UTF-16 units that are sent at a time.
  private static final int ENOUGH = 1 << 20;

  private final CopiedTable table;

  TableCopy(CopiedTable table) {
    this.table = table;
  }

  /// @param told how many rows are there, after each page
  void run(Connection from, Connection to, LongConsumer told) throws SQLException {
    var after = last(to);
    var done = count(to);
    for (var page = page(from, to, after); page.rows > 0; page = page(from, to, page.last)) {
      to.commit();
      done += page.rows;
      told.accept(done);
    }
    from.rollback();
    to.rollback();
  }

  long count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(table.count())) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// Of all values of all rows, in the order of the key.
  String checksum(Connection connection) throws SQLException {
    var digest = sha256();
    var page = new Page(new ArrayList<@Nullable Object>(), 0);
    do {
      page = read(connection, page.last, values -> add(values, digest));
    } while (page.rows > 0);
    connection.rollback();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(List<@Nullable Object> values, MessageDigest digest) {
    for (var n = 0; n < values.size(); n++) {
      table.columns().get(n).addTo(digest, values.get(n));
    }
  }

  private List<@Nullable Object> last(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(table.last())) {
      return rows.next() ? values(rows, table.key()) : new ArrayList<@Nullable Object>();
    }
  }

  private Page page(Connection from, Connection to, List<@Nullable Object> after)
      throws SQLException {
    try (var insert = to.prepareStatement(table.insert())) {
      var batch = new Batch(insert);
      var page = read(from, after, batch::add);
      batch.send();
      return page;
    }
  }

  private interface Rows {
    void add(List<@Nullable Object> values) throws SQLException;
  }

  /// @param last the key of the last row
  private record Page(List<@Nullable Object> last, int rows) {}

  private Page read(Connection connection, List<@Nullable Object> after, Rows each)
      throws SQLException {
    var page = new Page(after, 0);
    try (var query = connection.prepareStatement(table.page(!after.isEmpty(), PAGE))) {
      query.setFetchSize(AHEAD);
      var place = 1;
      for (var size = 1; size <= after.size(); size++) {
        for (var n = 0; n < size; n++) {
          table.key().get(n).write(query, place++, after.get(n));
        }
      }
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          each.add(values(rows, table.columns()));
          page = new Page(values(rows, table.key()), page.rows + 1);
        }
      }
    }
    return page;
  }

  private static List<@Nullable Object> values(ResultSet row, List<CopiedColumn> columns)
      throws SQLException {
    var values = new ArrayList<@Nullable Object>(columns.size());
    for (var column : columns) {
      values.add(column.read(row));
    }
    return values;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Rows on their way.
  private final class Batch {

    private final PreparedStatement insert;
    private int length;

    Batch(PreparedStatement insert) {
      this.insert = insert;
    }

    void add(List<@Nullable Object> values) throws SQLException {
      for (var n = 0; n < values.size(); n++) {
        table.columns().get(n).write(insert, n + 1, values.get(n));
        length += values.get(n) instanceof String text ? text.length() : Long.BYTES;
      }
      insert.addBatch();
      if (length > ENOUGH) {
        send();
      }
    }

    void send() throws SQLException {
      if (length > 0) {
        insert.executeBatch();
        length = 0;
      }
    }
  }
}
