package dev.parley.export;

import dev.parley.model.FunctionCall;
import dev.parley.web.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Function calls of a document, as they are accepted.
///
/// @param name characters of an id or a name
/// @param arguments characters of what a function is called with
record AcceptedCalls(int name, int arguments) {

  private static final int MOST = 256;

  /// @param field where they stand
  /// @param drafts none where none were made
  List<FunctionCall> accept(Fields fields, String field, @Nullable List<Drafts.Call> drafts) {
    var calls = new ArrayList<FunctionCall>();
    if (drafts == null) {
      return calls;
    }
    if (drafts.size() > MOST) {
      fields.reject(field, "must have at most %d elements".formatted(MOST));
      return calls;
    }
    for (var draft : drafts) {
      var at = "%s[%d].".formatted(field, calls.size());
      var given = fields.given(at + "arguments", draft.arguments());
      var text = fields.optionalText(at + "arguments", given, arguments);
      calls.add(
          new FunctionCall(
              fields.text(at + "call_id", draft.callId(), name),
              fields.text(at + "name", draft.name(), name),
              text == null ? "" : text));
    }
    return calls;
  }
}
