package dev.parley.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The events of a completion in OpenAI's chat protocol, taken together.
public record CompletionTranscript(List<Event> events) {
  private static final String DONE = "[DONE]";

  /// Keeps its own copy.
  public CompletionTranscript {
    events = List.copyOf(events);
  }

  public String text() {
    return choices()
        .map(choice -> choice.path("delta").path("content").asString(""))
        .collect(Collectors.joining());
  }

  /// The reason given for the end; empty for none.
  public String finishReason() {
    return choices()
        .map(choice -> choice.path("finish_reason").asString(""))
        .collect(Collectors.joining());
  }

  /// Whether it ended as the protocol wants it: the last event is `[DONE]`.
  public boolean isDone() {
    return !events.isEmpty() && events.getLast().data().equals(DONE);
  }

  private Stream<JsonNode> choices() {
    return events.stream()
        .filter(event -> !event.data().equals(DONE))
        .map(event -> event.json().path("choices").path(0));
  }
}
