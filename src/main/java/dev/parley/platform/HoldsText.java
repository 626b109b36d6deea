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

  private String piece = "";
  private String foldedPiece = "";

  @Override
  protected void xFunc() throws SQLException {
    var text = value_text(0);
    result(text != null && folded(text).contains(foldedPiece(value_text(1))) ? 1 : 0);
  }

  /// It is the same for all texts of a query.
  private String foldedPiece(String wanted) {
    if (!wanted.equals(piece)) {
      piece = wanted;
      foldedPiece = folded(wanted);
    }
    return foldedPiece;
  }

  /// One code point for one, as the text index does it. Hardly any text needs more than one `char`
  /// for one of its characters, and so it is several times as fast.
  private static String folded(String text) {
    var folded = text.toCharArray();
    for (var n = 0; n < folded.length; n++) {
      if (Character.isSurrogate(folded[n])) {
        return foldedByCodePoints(text);
      }
      folded[n] = Character.toLowerCase(Character.toUpperCase(folded[n]));
    }
    return new String(folded);
  }

  private static String foldedByCodePoints(String text) {
    var folded = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
