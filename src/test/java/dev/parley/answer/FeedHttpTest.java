package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void saysThatItListens() throws InterruptedException {
    try (var feed = listen(member)) {
      assertThat(feed.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(feed.headers().firstValue("X-Accel-Buffering")).hasValue("no");
      assertThat(feed.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @Test
  void tellsWhatHappensToConversations() throws InterruptedException {
    try (var feed = listen(member)) {
      var id = member.conversation();
      assertThat(next(feed, "conversation.created").path("conversation"))
          .isEqualTo(member.get("/conversations/" + id).body());

      member.patch("/conversations/" + id, "{'title':'Weather'}").expect(200);
      assertThat(next(feed, "conversation.updated").at("/conversation/title").stringValue())
          .isEqualTo("Weather");

      member.delete("/conversations/" + id).expect(204);
      assertThat(next(feed, "conversation.deleted").path("id").stringValue()).isEqualTo(id);
    }
  }

  @Test
  void tellsWhereAnAnswerBeginsAndHowItEnded() throws InterruptedException {
    try (var feed = listen(member);
        var answer = OpenAnswer.of(member, "say-3-0")) {
      var end = answer.whole().end();

      next(feed, "conversation.created");
      assertThat(next(feed, "message.started")).isEqualTo(answer.started().json());
      // Who asked tells the title, and who hears the model the end: either may be first.
      assertThat(Stream.of(feed.next(SOON), feed.next(SOON)))
          .anySatisfy(
              event ->
                  assertThat(event.json().at("/conversation/title").asString(""))
                      .isEqualTo("Hello"))
          .anySatisfy(event -> assertThat(event.json()).isEqualTo(end.json()));
    }
  }

  @Test
  void tellsHowAnAnswerWasStoppedOrFailedOrWasDeleted() throws InterruptedException {
    try (var feed = listen(member);
        var stopped = OpenAnswer.of(member, GatedModel.of(server, 1));
        var failed = OpenAnswer.of(member, "eof-1");
        var deleted = OpenAnswer.of(member, GatedModel.of(server, 1))) {
      failed.whole();
      stopped.stop().expect(200);
      member.delete("/conversations/" + deleted.conversation()).expect(204);

      assertThat(after(feed, "message.failed").path("code").stringValue())
          .isEqualTo("model_protocol_error");
      assertThat(after(feed, "message.stopped").at("/message/id").stringValue())
          .isEqualTo(stopped.id());
      assertThat(after(feed, "message.failed").path("code").stringValue()).isEqualTo("gone");
    }
  }

  @Test
  void tellsEveryDeviceTheSame() throws InterruptedException {
    try (var phone = listen(member);
        var laptop = listen(member)) {
      member.conversation();

      assertThat(laptop.next(SOON)).isEqualTo(phone.next(SOON));
    }
  }

  @Test
  void tellsNobodyElse() throws InterruptedException {
    var stranger = server.member();
    try (var feed = listen(stranger)) {
      try (var answer = OpenAnswer.of(member, "say-1-0")) {
        answer.whole();
      }
      var own = stranger.conversation();

      assertThat(next(feed, "conversation.created").at("/conversation/id").stringValue())
          .isEqualTo(own);
    }
  }

  @Test
  void needsAnAccount() {
    server.client().get("/events").expectProblem(401, "unauthenticated");
  }

  /// Nobody but the listeners holds what they listen to.
  @Test
  void hearsOnHoweverLongItListens() throws InterruptedException {
    try (var feed = listen(member)) {
      System.gc();
      member.conversation();

      next(feed, "conversation.created");
    }
  }

  @Test
  void listensAnewAfterTheLastDeviceHasLeft() throws InterruptedException {
    try (var feed = listen(member)) {
      feed.drop();
    }
    System.gc();
    try (var feed = listen(member)) {
      member.conversation();

      next(feed, "conversation.created");
    }
  }

  private EventStream listen(Client to) throws InterruptedException {
    var feed = EventStream.get(server.uri("/events"), to.headers());
    assertThat(feed.next(SOON)).isEqualTo(new Event(null, "ready", "{}"));
    return feed;
  }

  private static JsonNode next(EventStream feed, String name) throws InterruptedException {
    var event = feed.next(SOON);
    assertThat(event.name()).as("in %s", event).isEqualTo(name);
    return event.json();
  }

  /// Passes over events with other names.
  private static JsonNode after(EventStream feed, String name) throws InterruptedException {
    var event = feed.next(SOON);
    while (!event.name().equals(name)) {
      event = feed.next(SOON);
    }
    return event.json();
  }
}
