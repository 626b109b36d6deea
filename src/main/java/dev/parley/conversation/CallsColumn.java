package dev.parley.conversation;

import dev.parley.model.FunctionCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Function calls as they stand in a message's row: JSON, and nothing where there are none.
final class CallsColumn {

  private static final TypeReference<List<FunctionCall>> CALLS = new TypeReference<>() {};

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private CallsColumn() {}

  static List<FunctionCall> read(@Nullable String column) {
    return column == null ? List.of() : JSON.readValue(column, CALLS);
  }

  static @Nullable String write(List<FunctionCall> calls) {
    return calls.isEmpty() ? null : JSON.writeValueAsString(calls);
  }
}
