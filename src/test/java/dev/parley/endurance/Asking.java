package dev.parley.endurance;

import dev.parley.testing.EventStream;
import dev.parley.testing.Script;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question, whose answer is read to its end, or stopped on the way.
final class Asking implements Deed {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Person who;
  private final Known conversation;
  private final String question;
  private final int words;
  private final boolean isToBeStopped;

  /// The answer's, once it was told.
  private @Nullable String id;

  private Asking(
      Person who, Known conversation, String question, int words, boolean isToBeStopped) {
    this.who = who;
    this.conversation = conversation;
    this.question = question;
    this.words = words;
    this.isToBeStopped = isToBeStopped;
  }

  static Asking whole(Person who, Known conversation, String question) {
    return new Asking(who, conversation, question, 10, false);
  }

  static Asking stopped(Person who, Known conversation, String question) {
    return new Asking(who, conversation, question, 200, true);
  }

  @Override
  public Known changes() {
    return conversation;
  }

  @Override
  public Known.@Nullable Turn adds() {
    return id == null ? turn(null, "") : null;
  }

  @Override
  public void act() throws InterruptedException {
    try (var stream = ask()) {
      begin(stream);
      if (isToBeStopped) {
        stream.next(SOON);
        stop();
      } else {
        var end = readTo(stream, "message.completed");
        conversation.replaceLast(turn("completed", end));
      }
    }
  }

  /// Asks with the same key, and so gets the answer that there is, where there is one.
  @Override
  public void again() throws InterruptedException {
    var known = id;
    try (var stream = ask()) {
      if (known == null) {
        begin(stream);
      } else if (!begun(stream).equals(known)) {
        throw new Wrong("%s was answered twice".formatted(question));
      }
      readTo(stream, "message.completed", "message.failed", "message.stopped");
    }
  }

  private EventStream ask() {
    var headers = new HashMap<>(who.client().headers());
    headers.put("Idempotency-Key", question);
    var path = "/conversations/%s/messages".formatted(conversation.id());
    var body =
        "{\"content\":\"%s\",\"model\":\"say-%d-5\",\"stream\":true}".formatted(question, words);
    return EventStream.post(who.client().address().apply(path), headers, body);
  }

  private void begin(EventStream stream) throws InterruptedException {
    id = begun(stream);
    conversation.add(turn(null, ""));
  }

  private static String begun(EventStream stream) throws InterruptedException {
    if (stream.status() != 200) {
      throw new Wrong("refused with %d: %s".formatted(stream.status(), stream.body(SOON)));
    }
    return stream.next(SOON).json().at("/message/id").stringValue();
  }

  private static String readTo(EventStream stream, String... ends) throws InterruptedException {
    var event = stream.next(SOON);
    while (event.name().equals("message.delta")) {
      event = stream.next(SOON);
    }
    if (!List.of(ends).contains(event.name())) {
      throw new Wrong("ended with " + event);
    }
    return event.json().at("/message/content").asString("");
  }

  private void stop() {
    var answer =
        who.client().send("POST", "/messages/%s/stop".formatted(id), null, Map.of()).expect(200);
    conversation.replaceLast(turn(answer.text("status"), answer.text("content")));
  }

  private Known.Turn turn(@Nullable String status, String answer) {
    return new Known.Turn(question, Script.words(words).text(), status, answer);
  }
}
