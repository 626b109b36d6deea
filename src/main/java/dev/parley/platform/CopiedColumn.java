package dev.parley.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/// A column of a table that is copied, whose values are the same on all databases.
///
/// @param type of [Types]: how its values are passed on
record CopiedColumn(String name, int type) {

  private static final byte[] NOTHING = {0};
  private static final byte[] SOMETHING = {1};

  /// @param one what the driver of the one database says of the type
  /// @param other what that of the other says
  static CopiedColumn of(String table, String name, int one, int other) {
    var first = passedOn(one);
    var second = passedOn(other);
    if (first == second || second == Types.BOOLEAN) {
      return new CopiedColumn(name, second);
    }
    if (first == Types.BOOLEAN) {
      return new CopiedColumn(name, first);
    }
    throw new IllegalStateException(
        "%s.%s is of different types: %d, %d".formatted(table, name, one, other));
  }

  private static int passedOn(int type) {
    return switch (type) {
      case Types.BIT, Types.BOOLEAN -> Types.BOOLEAN;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Types.BIGINT;
      case Types.FLOAT, Types.REAL, Types.DOUBLE -> Types.DOUBLE;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Types.VARBINARY;
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Types.VARCHAR;
      default -> throw new IllegalStateException("values of type %d".formatted(type));
    };
  }

  @Nullable Object read(ResultSet row) throws SQLException {
    Object value =
        switch (type) {
          case Types.BOOLEAN -> row.getBoolean(name);
          case Types.BIGINT -> row.getLong(name);
          case Types.DOUBLE -> row.getDouble(name);
          case Types.VARBINARY -> row.getBytes(name);
          default -> row.getString(name);
        };
    return row.wasNull() ? null : value;
  }

  void write(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
    if (value == null) {
      statement.setNull(place, type);
    } else {
      statement.setObject(place, value, type);
    }
  }

  /// Adds a value to the checksum of a table.
  void addTo(MessageDigest digest, @Nullable Object value) {
    if (value == null) {
      digest.update(NOTHING);
      return;
    }
    var bytes =
        value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
    digest.update(SOMETHING);
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
    digest.update(NOTHING);
    digest.update(bytes);
  }
}
