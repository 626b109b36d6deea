package dev.parley.model;

import dev.parley.platform.Errand;
import dev.parley.platform.Secret;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/// Any service that speaks OpenAI's protocol for chat completions.
final class OpenAiModel implements ModelService {

  /// Shorter than services keep an unused connection, so that none is used which is just being
  /// closed.
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(15);

  private final ModelSettings settings;
  private final JsonMapper json;
  private final Outage outage;

  /// Each event loop has connections of its own, so that an answer is read where it is asked for.
  private final FastThreadLocal<HttpClient> clients;

  OpenAiModel(ModelSettings settings, JsonMapper json, LoopResources loops) {
    this.settings = settings;
    this.json = json;
    this.outage = new Outage(settings.outagePause(), System::nanoTime);
    this.clients =
        new FastThreadLocal<>() {
          @Override
          protected HttpClient initialValue() {
            return client(settings, loops);
          }
        };
  }

  @Override
  public Ongoing ask(ModelCall call, ModelListener listener, ScheduledExecutorService loop) {
    var question = Question.of(call, json);
    var ownKey = call.ownKey();
    var client =
        fitting(
            question,
            traced(
                ownKey == null ? clients.get() : clients.get().headers(h -> authorize(h, ownKey))));
    // What becomes of questions with a key of their own says nothing about the others.
    var concerned = ownKey == null ? outage : new Outage(settings.outagePause(), System::nanoTime);
    var asking = new Asking(client, settings, concerned, question, listener, loop);
    asking.start();
    return asking;
  }

  /// Of an answer that does not come as a stream there is nothing to be heard while it is written.
  private HttpClient fitting(Question question, HttpClient client) {
    return question.isStreamed()
        ? client
        : client
            .responseTimeout(settings.wholeSilence())
            .headers(h -> h.set(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON));
  }

  /// Tells the service of the trace that the question is part of.
  private static HttpClient traced(HttpClient client) {
    var trace = Errand.current().trace();
    return trace.isEmpty() ? client : client.headers(h -> h.set("traceparent", trace));
  }

  @Override
  public void checkAvailable() {
    if (!outage.isOpen()) {
      throw ModelFailure.unavailable(outage.remaining());
    }
  }

  private static void authorize(HttpHeaders headers, Secret key) {
    headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + key.reveal());
  }

  private static HttpClient client(ModelSettings settings, LoopResources loops) {
    var connections =
        ConnectionProvider.builder("model")
            .maxConnections(settings.connections())
            .maxIdleTime(LONGEST_IDLE)
            .lifo()
            .build();
    var key = settings.apiKey();
    return HttpClient.create(connections)
        .runOn(loops)
        .disableRetry(true)
        .followRedirect(false)
        .compress(false)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connectTimeout().toMillis())
        .responseTimeout(settings.silence())
        .headers(
            headers -> {
              headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
              headers.set(HttpHeaderNames.ACCEPT, HttpHeaderValues.TEXT_EVENT_STREAM);
              headers.set(HttpHeaderNames.USER_AGENT, "Parley");
              if (key != null) {
                authorize(headers, key);
              }
            });
  }
}
