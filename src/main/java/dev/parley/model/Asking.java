package dev.parley.model;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.client.PrematureCloseException;

/// One question on its way to the model service, and the answer on its way back. It is asked once
/// more, after a short random while, if the service could not be reached or failed before the first
/// byte of an answer; never after.
final class Asking implements Ongoing, Passage.Source {

  private static final Logger log = LoggerFactory.getLogger(Asking.class);
  private static final int ATTEMPTS = 2;
  private static final int LONGEST_JITTER_MILLIS = 400;
  private static final int REFUSAL_BYTES = 65_536;
  private static final int OK = 200;

  private final HttpClient client;
  private final ModelSettings settings;
  private final Outage outage;
  private final Question question;
  private final ModelListener listener;
  private final ScheduledExecutorService loop;
  private final Disposable.Swap connection = Disposables.swap();
  private final Disposable.Swap deadline = Disposables.swap();
  private volatile @Nullable Connection inbound;
  private int attempt;
  private volatile boolean ended;

  Asking(
      HttpClient client,
      ModelSettings settings,
      Outage outage,
      Question question,
      ModelListener listener,
      ScheduledExecutorService loop) {
    this.client = client;
    this.settings = settings;
    this.outage = outage;
    this.question = question;
    this.listener = listener;
    this.loop = loop;
  }

  void start() {
    if (!outage.tryEnter()) {
      ended = true;
      listener.onEnd(new ModelEnd.Broken(ModelFailure.unavailable(outage.remaining()), null));
      return;
    }
    deadline.replace(later(this::outOfTime, settings.longest().toMillis()));
    attempt();
  }

  /// The event loop is awake, and looks at the clock as it is; a timer's own thread would be woken
  /// for each question.
  private Disposable later(Runnable step, long millis) {
    var due = loop.schedule(step, millis, TimeUnit.MILLISECONDS);
    return () -> due.cancel(false);
  }

  @Override
  public void cancel() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    outage.gaveUp();
    deadline.dispose();
    connection.dispose();
  }

  private void attempt() {
    attempt++;
    var reading = question.reading(settings, this);
    connection.replace(
        client
            .post()
            .uri(settings.completions().toString())
            .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(question.body())))
            .responseConnection((response, connection) -> accept(response, connection, reading))
            .subscribe(_ -> {}, e -> failed(e, reading), () -> read(reading, reading::closed)));
  }

  private Mono<Void> accept(HttpClientResponse response, Connection connection, Reading reading) {
    var body = connection.inbound().receive();
    if (response.status().code() != OK) {
      return refusal(response, body);
    }
    var type = response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE, "");
    if (!type.toLowerCase(Locale.ROOT).startsWith(question.answerType())) {
      connection.dispose();
      return Mono.error(
          ModelFailure.protocol(
              "The model service answered with something other than %s."
                  .formatted(question.isStreamed() ? "a stream" : "JSON")));
    }
    inbound = connection;
    connection.addHandlerLast("pieces", new Pieces(this, reading));
    return body.then();
  }

  private Mono<Void> refusal(HttpClientResponse response, ByteBufFlux content) {
    var read = new ByteArrayOutputStream();
    var retryAfter = response.responseHeaders().get(HttpHeaderNames.RETRY_AFTER);
    return content
        .doOnNext(part -> copy(part, read))
        .takeUntil(_ -> read.size() >= REFUSAL_BYTES)
        .then(
            Mono.error(
                () ->
                    Refusals.of(
                        response.status().code(),
                        question.hasOwnKey(),
                        retryAfter,
                        read.toByteArray())));
  }

  private static void copy(ByteBuf part, ByteArrayOutputStream into) {
    try {
      part.readBytes(into, Math.min(part.readableBytes(), REFUSAL_BYTES - into.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes a step in reading the answer. Whatever goes wrong there ends the answer: those who have
  /// the step taken, a connection and a subscription, would drop it, and the answer be waited for
  /// until its time is over.
  void read(Reading reading, Runnable step) {
    try {
      step.run();
    } catch (ModelFailure failure) {
      breakOff(failure, reading);
    } catch (RuntimeException | Error e) {
      log.error("What the model service answered could not be read", e);
      breakOff(ModelFailure.protocol("The model service's answer could not be read."), reading);
    }
  }

  private void breakOff(ModelFailure failure, Reading reading) {
    end(new ModelEnd.Broken(failure, reading.usage()));
    hangUp();
  }

  private void failed(Throwable error, Reading reading) {
    var failure = explain(error, reading.hasBegun() || hasBeenWorkedOn(error));
    if (failure.isWorthAnotherTry() && attempt < ATTEMPTS && !reading.hasBegun()) {
      log.info(
          "The model service failed before the first byte ({}): trying once more", failure.code());
      var jitter = ThreadLocalRandom.current().nextInt(LONGEST_JITTER_MILLIS);
      connection.replace(later(this::attempt, jitter));
    } else {
      end(new ModelEnd.Broken(failure, reading.usage()));
    }
  }

  /// Whether the service may have written some of an answer that we would have got as a whole: so
  /// that asking once more would have it paid twice.
  private boolean hasBeenWorkedOn(Throwable error) {
    return !question.isStreamed() && error instanceof PrematureCloseException;
  }

  private ModelFailure explain(Throwable error, boolean begun) {
    return switch (error) {
      case ModelFailure failure -> failure;
      case ReadTimeoutException _ -> ModelFailure.timeout(silent(begun));
      // What Netty makes of bytes that are no head of an answer, or of one without an end.
      case IllegalArgumentException _, TooLongFrameException _ ->
          ModelFailure.protocol("The model service answered with something other than HTTP.");
      default -> {
        log.info("The model service: {}", error.toString());
        yield begun
            ? ModelFailure.protocol("The model service broke off before the answer was whole.")
            : ModelFailure.unreachable();
      }
    };
  }

  private String silent(boolean begun) {
    if (begun) {
      return "The model service fell silent in the middle of the answer.";
    }
    return question.isStreamed()
        ? "The model service did not begin to answer in time."
        : "The model service gave no answer in time. What takes longer can be asked for as a stream.";
  }

  private void outOfTime() {
    end(
        new ModelEnd.Broken(
            ModelFailure.timeout("The answer took longer than an answer may take."), null));
    connection.dispose();
  }

  /// Listens no longer to a service that goes on after the end.
  void hangUp() {
    connection.dispose();
  }

  @Override
  public void pause() {
    var channel = inbound;
    if (channel != null && !ended) {
      channel.channel().config().setAutoRead(false);
      channel.removeHandler(NettyPipeline.ResponseTimeoutHandler);
    }
  }

  @Override
  public void resume() {
    var channel = inbound;
    if (channel != null && !ended) {
      channel.addHandlerFirst(
          NettyPipeline.ResponseTimeoutHandler,
          new ReadTimeoutHandler(settings.silence().toMillis(), TimeUnit.MILLISECONDS));
      channel.channel().config().setAutoRead(true);
    }
  }

  /// The connection may have more answers to carry.
  private void readOn() {
    var channel = inbound;
    if (channel != null) {
      channel.channel().config().setAutoRead(true);
    }
  }

  /// What comes after the end is nobody's any more.
  void text(CharSequence text) {
    if (!ended) {
      listener.onText(text);
    }
  }

  /// Tells the listener, the breaker and the timer, once.
  void end(ModelEnd end) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    deadline.dispose();
    readOn();
    switch (end) {
      case ModelEnd.Whole _ -> outage.answered();
      case ModelEnd.Broken broken -> {
        outage.failed(broken.failure());
        log.warn("The model service gave no whole answer: {}", broken.failure().detail());
      }
    }
    listener.onEnd(end);
  }
}
