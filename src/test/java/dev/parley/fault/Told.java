package dev.parley.fault;

import dev.parley.testing.Event;
import dev.parley.testing.Response;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody was told who asked.
///
/// @param status 200 where the answer had begun
/// @param code what went wrong; empty for nothing, and where there is no way to say it
/// @param text what came of the answer
/// @param raw all of it
record Told(int status, String code, String text, String raw) {

  /// @param code where the code stands
  static Told whole(Response response, String code) {
    return refused(response.status(), response.raw(), code);
  }

  static Told refused(int status, String body, String code) {
    return new Told(status, at(new JsonMapper().readTree(body), code), "", body);
  }

  /// @param text where a piece of text stands in an event
  /// @param code where the code stands in the last
  static Told stream(List<Event> events, String text, String code) {
    var said =
        events.stream()
            .filter(event -> !event.data().equals("[DONE]"))
            .map(event -> at(event.json(), text))
            .collect(Collectors.joining());
    var last = events.getLast();
    return new Told(
        200, last.data().equals("[DONE]") ? "" : at(last.json(), code), said, events.toString());
  }

  private static String at(JsonNode json, String place) {
    return json.at(place).asString("");
  }
}
