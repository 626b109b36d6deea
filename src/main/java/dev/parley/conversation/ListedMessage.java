package dev.parley.conversation;

import dev.parley.web.Cursor;
import dev.parley.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/// A message of a list. A hundred of the longest there are would be more than this process can
/// hold, so a long one is listed without its text, which is read by itself where the message stands
/// on the page, and a page with much text has fewer messages.
///
/// @param place sorts the list
/// @param bytes of its text and its function calls
record ListedMessage(long place, Message message, long bytes) {

  /// The columns that [#of] reads, in its order, behind the place.
  static final String COLUMNS = LongTexts.BYTES + " AS bytes, " + MessageRow.COLUMNS_OF_LISTS;

  /// Bytes of a page, unless one message has more.
  private static final long ENOUGH = 1 << 20;

  static ListedMessage of(ResultSet row, int number) throws SQLException {
    var columns = new Columns(row);
    var place = columns.number();
    var bytes = columns.number();
    return new ListedMessage(place, MessageRow.of(columns), bytes);
  }

  /// A page of at most `limit`, out of rows that were asked for with one more than that.
  ///
  /// @param least how many it has, however much that is
  /// @param whole reads a message by itself
  static Page<ListedMessage> page(
      List<ListedMessage> rows, int limit, int least, Function<Message, Message> whole) {
    return Page.of(rows, Math.min(limit, enough(rows, least)), last -> Cursor.of(last.place))
        .map(row -> LongTexts.isLong(row.bytes) ? row.with(whole.apply(row.message)) : row);
  }

  private static int enough(List<ListedMessage> rows, int least) {
    var count = 0;
    for (var bytes = 0L; count < rows.size(); count++) {
      bytes += rows.get(count).bytes;
      if (count >= least && bytes > ENOUGH) {
        break;
      }
    }
    return count;
  }

  private ListedMessage with(Message text) {
    return new ListedMessage(place, text, bytes);
  }
}
