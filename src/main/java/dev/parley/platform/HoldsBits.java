package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/// `holds_bits(set, bits)` in SQL: whether a set of bits has all of some. SQLite itself counts with
/// numbers alone.
///
/// Those asked for are three bytes each: of which byte of the set they are, the higher half first,
/// and which of that byte. The first that is missing ends it.
final class HoldsBits extends Function {

  private static final String NAME = "holds_bits";
  private static final int EACH = 3;

  static void addTo(Connection connection) throws SQLException {
    Function.create(connection, NAME, new HoldsBits(), 2, Function.FLAG_DETERMINISTIC);
  }

  @Override
  protected void xFunc() throws SQLException {
    result(holds(value_blob(0), value_blob(1)) ? 1 : 0);
  }

  private static boolean holds(byte[] set, byte[] bits) {
    for (var at = 0; at < bits.length; at += EACH) {
      var some = set[(bits[at] & 0xff) << Byte.SIZE | (bits[at + 1] & 0xff)];
      if ((some & bits[at + 2]) != bits[at + 2]) {
        return false;
      }
    }
    return true;
  }
}
