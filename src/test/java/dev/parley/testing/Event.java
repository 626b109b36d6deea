package dev.parley.testing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One server-sent event.
///
/// @param id the event's own `id` field, null when it has none (the standard's last event id would
///     be that of an earlier event)
/// @param name the `event` field, `message` without one
/// @param data the `data` lines, joined by LF
public record Event(@Nullable String id, String name, String data) {
  private static final JsonMapper JSON = new JsonMapper();

  /// The data as JSON.
  public JsonNode json() {
    return JSON.readTree(data);
  }

  /// The id as an offset into an answer's text, in UTF-16 units.
  ///
  /// @throws AssertionError when the id is none
  public int offset() {
    if (id == null || !id.matches("0|[1-9][0-9]{0,8}")) {
      throw new AssertionError("the id is no offset: " + this);
    }
    return Integer.parseInt(id);
  }
}
