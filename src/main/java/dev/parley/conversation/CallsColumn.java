package dev.parley.conversation;

import dev.parley.model.CallsText;
import dev.parley.model.FunctionCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Function calls as they stand in a message's row: nothing where there are none.
final class CallsColumn {

  private CallsColumn() {}

  static List<FunctionCall> read(@Nullable String column) {
    return column == null ? List.of() : CallsText.read(column);
  }

  static @Nullable String write(List<FunctionCall> calls) {
    return calls.isEmpty() ? null : CallsText.of(calls);
  }
}
