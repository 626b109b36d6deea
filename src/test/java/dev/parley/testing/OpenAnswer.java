package dev.parley.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An answer that has begun, and the connection on which its question was asked.
///
/// @param started the event `message.started`
public record OpenAnswer(Client reader, String conversation, EventStream stream, Event started)
    implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(10);

  /// Asks in a new conversation and waits for the beginning.
  public static OpenAnswer of(Client reader, String model) throws InterruptedException {
    var conversation = reader.conversation();
    var stream = reader.askStreaming(conversation, model, "Hello");
    return new OpenAnswer(reader, conversation, stream, stream.next(SOON));
  }

  public static OpenAnswer of(Client reader, GatedModel model) throws InterruptedException {
    return of(reader, model.name());
  }

  /// The answer's id.
  public String id() {
    return started.json().path("message").path("id").stringValue();
  }

  /// The next piece of text.
  public String nextText() throws InterruptedException {
    return stream.next(SOON).json().path("text").stringValue();
  }

  /// Reads as many characters as that, which come in one piece or several.
  public String nextText(int length) throws InterruptedException {
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(nextText());
    }
    return text.toString();
  }

  /// All that comes from here on, and how it ends.
  ///
  /// @param from the offset that this reader has
  public AnswerTranscript rest(int from) throws InterruptedException {
    return AnswerTranscript.resumedAt(from, stream.readToEnd(SOON));
  }

  /// The whole answer, where nothing of it has been read yet.
  public AnswerTranscript whole() throws InterruptedException {
    List<Event> events = new ArrayList<>(List.of(started));
    events.addAll(stream.readToEnd(SOON));
    return AnswerTranscript.ofQuestion(events);
  }

  /// One more reader, from an offset on.
  public EventStream resume(int after) {
    return reader.resume(id(), after);
  }

  /// One more reader, from an offset on, on a connection of its own that is read to the end.
  public AnswerTranscript readFrom(int after) throws InterruptedException {
    try (var again = resume(after)) {
      return AnswerTranscript.resumedAt(after, again.readToEnd(SOON));
    }
  }

  public Response stop() {
    return reader.send("POST", "/messages/%s/stop".formatted(id()), null, Map.of());
  }

  /// The message as it is stored.
  public JsonNode stored() {
    return reader.get("/messages/" + id()).expect(200).body();
  }

  /// Leaves. The answer goes on.
  @Override
  public void close() {
    stream.close();
  }
}
