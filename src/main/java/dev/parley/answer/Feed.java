package dev.parley.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/// What happens to an account's conversations, for every device that listens. Nothing is kept: a
/// device hears what happens while it listens, and one that falls behind is cut off, to ask anew.
@Component
public class Feed {

  private static final int BEHIND = 256;
  private static final byte[] READY = utf8("event: ready\ndata: {}\n\n");
  private static final byte[] COMMENT = utf8(":\n\n");

  /// By account; an entry goes once nobody holds it, as everybody does who listens to it.
  private final Cache<String, Sinks.Many<byte[]>> devices =
      Caffeine.newBuilder().weakValues().build();

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
      var frame =
          utf8("event: " + event + "\ndata: " + json.writeValueAsString(body.get()) + "\n\n");
      synchronized (sink) {
        sink.tryEmitNext(frame);
      }
    }
  }

  /// The events of an account from now on, as bytes of an event stream, without end.
  Flux<byte[]> listen(String ownerId) {
    var events = Flux.using(() -> sink(ownerId), Sinks.Many::asFlux, _ -> {});
    var silence = Flux.interval(commentEvery).map(_ -> COMMENT).onBackpressureDrop();
    // Whoever is told that it is ready listens already.
    return Flux.merge(events.onBackpressureBuffer(BEHIND), Flux.just(READY), silence);
  }

  private Sinks.Many<byte[]> sink(String ownerId) {
    return devices.get(ownerId, _ -> Sinks.many().multicast().directBestEffort());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
