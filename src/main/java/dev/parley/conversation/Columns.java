package dev.parley.conversation;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The columns of a row, read one after another in the order in which the statement selects them.
///
/// For the rows that are read most: a driver looks for a name in each row anew, and SQLite's takes
/// twice as long for a text as for its bytes, which all three databases have in UTF-8.
final class Columns {

  private final ResultSet row;
  private int at;

  Columns(ResultSet row) {
    this.row = row;
  }

  /// A text that every row has.
  String text() throws SQLException {
    return Objects.requireNonNull(textIfAny());
  }

  /// A text that not every row has.
  @Nullable String textIfAny() throws SQLException {
    var bytes = row.getBytes(++at);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /// A number of 32 bits.
  int integer() throws SQLException {
    return row.getInt(++at);
  }

  /// A number of 32 bits that not every row has.
  @Nullable Integer integerIfAny() throws SQLException {
    var number = row.getInt(++at);
    return row.wasNull() ? null : number;
  }

  /// A number of 64 bits.
  long number() throws SQLException {
    return row.getLong(++at);
  }

  /// Yes or no.
  boolean flag() throws SQLException {
    return row.getBoolean(++at);
  }
}
