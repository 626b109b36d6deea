package dev.parley.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/// What happens to an account's conversations, for every device that listens. Nothing is kept: a
/// device hears what happens while it listens, and one that falls behind is cut off, to ask anew.
@Component
public class Feed {

  private static final int BEHIND = 256;
  private static final byte[] READY = utf8("event: ready\ndata: {}\n\n");
  private static final byte[] COMMENT = utf8(":\n\n");

  /// The body of `closed`.
  record Closed(String code, String detail) {}

  /// By account; an entry goes once nobody holds it, as everybody does who listens to it.
  private final Cache<String, Sinks.Many<byte[]>> devices =
      Caffeine.newBuilder().weakValues().build();

  private final Cache<String, Sinks.Many<LiveAnswer>> listeners =
      Caffeine.newBuilder().weakValues().build();

  private final Sinks.Empty<Void> end = Sinks.empty();
  private final Duration commentEvery;
  private final JsonMapper json;

  Feed(AnswerSettings settings, JsonMapper json) {
    this.commentEvery = settings.commentEvery();
    this.json = json;
  }

  /// Tells the devices of an account. It costs nothing where none listens.
  public void publish(String ownerId, String event, Supplier<Object> body) {
    var sink = devices.getIfPresent(ownerId);
    if (sink != null) {
      var frame = frame(event, body.get());
      synchronized (sink) {
        sink.tryEmitNext(frame);
      }
    }
  }

  /// What the events of an account end with where its session does.
  byte[] closed(Refusal because) {
    return frame("closed", new Closed(because.code(), because.detail()));
  }

  /// What a stream of several answers ends with where its session does.
  byte[] failed(Refusal because) {
    return frame("message.failed", new End.Failed(because, null).data());
  }

  private byte[] frame(String event, Object body) {
    return utf8("event: " + event + "\ndata: " + json.writeValueAsString(body) + "\n\n");
  }

  /// Tells of an answer that has been begun.
  void begun(LiveAnswer answer, Object question) {
    publish(answer.topic().ownerId(), "message.started", () -> question);
    var sink =
        answer.topic().isQuestion() ? listeners.getIfPresent(answer.topic().ownerId()) : null;
    if (sink != null) {
      synchronized (sink) {
        sink.tryEmitNext(answer);
      }
    }
  }

  /// The answers to an account's questions that are begun from now on, without end.
  Flux<LiveAnswer> answers(String ownerId) {
    return Flux.using(() -> sink(listeners, ownerId), Sinks.Many::asFlux, _ -> {})
        .onBackpressureBuffer(BEHIND);
  }

  /// Ends it for all who listen, and for whoever would: the server is being stopped.
  void end() {
    end.tryEmitEmpty();
  }

  /// Comes when the server is being stopped.
  Mono<Void> ended() {
    return end.asMono();
  }

  /// What a stream begins with that has nothing to say yet.
  static byte[] opening() {
    return COMMENT.clone();
  }

  /// Comments at short intervals, which keep a connection open.
  Flux<byte[]> comments() {
    return Flux.interval(commentEvery).map(_ -> COMMENT).onBackpressureDrop();
  }

  /// The events of an account from now on, as bytes of an event stream, without end.
  Flux<byte[]> listen(String ownerId) {
    var events = Flux.using(() -> sink(devices, ownerId), Sinks.Many::asFlux, _ -> {});
    // Whoever is told that it is ready listens already.
    return Flux.merge(events.onBackpressureBuffer(BEHIND), Flux.just(READY), comments());
  }

  private static <T> Sinks.Many<T> sink(Cache<String, Sinks.Many<T>> sinks, String ownerId) {
    return sinks.get(ownerId, _ -> Sinks.many().multicast().directBestEffort());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
