package dev.parley.platform;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/// `holds_text(text, piece)` in SQL: whether a piece stands in a text, small and capital letters
/// being alike in any script. SQLite itself knows those of ASCII alone.
final class HoldsText extends Function {

  private static final String NAME = "holds_text";

  static void addTo(Connection connection) throws SQLException {
    Function.create(connection, NAME, new HoldsText(), 2, Function.FLAG_DETERMINISTIC);
  }

  @Override
  protected void xFunc() throws SQLException {
    var text = value_text(0);
    result(text != null && folded(text).contains(folded(value_text(1))) ? 1 : 0);
  }

  /// One code point for one, as the text index does it.
  private static String folded(String text) {
    var folded = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
