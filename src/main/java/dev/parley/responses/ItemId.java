package dev.parley.responses;

import dev.parley.model.FunctionCall;
import dev.parley.platform.Sha256;
import org.jspecify.annotations.Nullable;

/// The id of an item: its message's, and for a function call one that tells message and call.
///
/// @param call tells the call among those of its message; none where the item is a message
record ItemId(String messageId, @Nullable String call) {

  private static final String CALL = "fc_";
  private static final int DIGITS = 16;

  /// The id of a function call.
  static ItemId of(String messageId, FunctionCall call) {
    return new ItemId(messageId, Sha256.hex(call.callId()).substring(0, DIGITS));
  }

  /// What an id names, whatever it is.
  static ItemId read(String id) {
    var end = id.lastIndexOf('_');
    return id.startsWith(CALL) && end > CALL.length()
        ? new ItemId(ResponseIds.MESSAGE + id.substring(CALL.length(), end), id.substring(end + 1))
        : new ItemId(id, null);
  }

  String text() {
    return call == null
        ? messageId
        : CALL + messageId.substring(ResponseIds.MESSAGE.length()) + "_" + call;
  }
}
