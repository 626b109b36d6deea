package dev.parley.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
  private final Audiences audiences;
  private final Intercom intercom;
  private final Mirrors mirrors;
  private final JsonMapper json;

  Feed(
      AnswerSettings settings,
      Audiences audiences,
      Intercom intercom,
      Mirrors mirrors,
      JsonMapper json) {
    this.commentEvery = settings.commentEvery();
    this.audiences = audiences;
    this.intercom = intercom;
    this.mirrors = mirrors;
    this.json = json;
  }

  /// Tells the devices of an account, on all nodes. It costs next to nothing where none listens.
  public void publish(String ownerId, String event, Supplier<Object> body) {
    emit(devices, ownerId, () -> utf8(frame(event, body.get())));
    audiences.tell(
        ownerId, () -> new Word.Happened(intercom.self(), ownerId, frame(event, body.get())));
  }

  private static <T> void emit(
      Cache<String, Sinks.Many<T>> sinks, String ownerId, Supplier<T> what) {
    var sink = sinks.getIfPresent(ownerId);
    if (sink != null) {
      var next = what.get();
      synchronized (sink) {
        sink.tryEmitNext(next);
      }
    }
  }

  /// Tells the devices here what happened elsewhere. On a thread that must not wait.
  void hear(Word word) {
    switch (word) {
      case Word.Happened happened when isElsewhere(happened.node()) ->
          emit(devices, happened.ownerId(), () -> utf8(happened.frame()));
      case Word.Answering answering when isElsewhere(answering.node()) ->
          emit(listeners, answering.ownerId(), () -> mirrors.follow(answering));
      default -> {
        // It was said here.
      }
    }
  }

  private boolean isElsewhere(String nodeId) {
    return !intercom.self().equals(nodeId);
  }

  /// What the events of an account end with where its session does.
  byte[] closed(Refusal because) {
    return utf8(frame("closed", new Closed(because.code(), because.detail())));
  }

  /// What a stream of several answers ends with where its session does.
  byte[] failed(Refusal because) {
    return utf8(frame("message.failed", new End.Failed(because, null).data()));
  }

  private String frame(String event, Object body) {
    return "event: " + event + "\ndata: " + json.writeValueAsString(body) + "\n\n";
  }

  /// Tells of an answer that has been begun.
  void begun(LiveAnswer answer, Object question) {
    var ownerId = answer.topic().ownerId();
    publish(ownerId, "message.started", () -> question);
    if (answer.topic().isQuestion()) {
      emit(listeners, ownerId, () -> answer);
      audiences.tell(ownerId, () -> answering(answer, question));
    }
  }

  /// What other nodes are told of an answer to an account's questions.
  Word.Answering answering(LiveAnswer answer, Object question) {
    return new Word.Answering(
        intercom.self(),
        answer.topic().ownerId(),
        answer.topic().conversationId(),
        answer.id(),
        json.valueToTree(question));
  }

  /// The answers to an account's questions that are begun from now on, without end, and those that
  /// other nodes are writing.
  Flux<LiveAnswer> answers(String ownerId) {
    return listening(
            listeners,
            ownerId,
            entered ->
                Mono.fromCompletionStage(entered)
                    .then(Mono.<LiveAnswer>fromRunnable(() -> askOthers(ownerId))))
        .onBackpressureBuffer(BEHIND);
  }

  private void askOthers(String ownerId) {
    intercom.tellAll(new Word.Ask(intercom.self(), ownerId));
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
    // Whoever is told that it is ready listens already, on all nodes.
    var events =
        listening(devices, ownerId, entered -> Mono.fromCompletionStage(entered).thenReturn(READY));
    return Flux.merge(events.onBackpressureBuffer(BEHIND), comments());
  }

  /// Somebody who listens.
  ///
  /// @param sink held for as long as they do
  /// @param entered comes when what happens on other nodes is heard
  private record Attention<T>(Sinks.Many<T> sink, CompletionStage<?> entered) {}

  /// @param first what is done once everything is heard
  private <T> Flux<T> listening(
      Cache<String, Sinks.Many<T>> sinks,
      String ownerId,
      Function<CompletionStage<?>, Mono<T>> first) {
    return Flux.using(
        () -> new Attention<>(sink(sinks, ownerId), audiences.enter(ownerId, this::hear)),
        attention -> attention.sink.asFlux().mergeWith(first.apply(attention.entered)),
        _ -> audiences.leave(ownerId));
  }

  private static <T> Sinks.Many<T> sink(Cache<String, Sinks.Many<T>> sinks, String ownerId) {
    return sinks.get(ownerId, _ -> Sinks.many().multicast().directBestEffort());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
