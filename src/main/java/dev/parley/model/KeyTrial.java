package dev.parley.model;

import dev.parley.platform.Secret;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/// Finds out whether the model service takes a key: asks it once for the list of its models. What
/// comes of it says nothing about the service being down for others.
@Component
public final class KeyTrial {

  private static final Logger log = LoggerFactory.getLogger(KeyTrial.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ModelSettings settings;
  private final HttpClient client;

  KeyTrial(ModelSettings settings, ReactorResourceFactory resources) {
    this.settings = settings;
    this.client =
        HttpClient.newConnection()
            .runOn(resources.getLoopResources())
            .disableRetry(true)
            .followRedirect(false)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connectTimeout().toMillis())
            .responseTimeout(PATIENCE);
  }

  /// Whether the service takes a key, or does not say that it refuses it. Blocks, for 12 seconds at
  /// most. The answer is always yes where the settings say that keys are not tried.
  ///
  /// @throws ModelFailure where the service is down, so that nobody can tell
  /// @throws NoModelService where there is none
  public boolean passes(Secret key) {
    if (settings.isDemo()) {
      throw new NoModelService();
    }
    if (!settings.tryKeys()) {
      return true;
    }
    var status = ask(key).status().code();
    if (status >= 500) {
      throw ModelFailure.failed(status);
    }
    return status != 401 && status != 403;
  }

  private HttpClientResponse ask(Secret key) {
    try {
      var response =
          client
              .headers(
                  headers ->
                      headers
                          .set(HttpHeaderNames.AUTHORIZATION, "Bearer " + key.reveal())
                          .set(HttpHeaderNames.USER_AGENT, "Parley"))
              .get()
              .uri(settings.models().toString())
              .response()
              .block();
      if (response == null) {
        throw ModelFailure.unreachable();
      }
      return response;
    } catch (ModelFailure failure) {
      throw failure;
    } catch (RuntimeException e) {
      var cause = Exceptions.unwrap(e);
      log.info("The model service, asked whether it takes a key: {}", cause.toString());
      throw cause instanceof ReadTimeoutException
          ? ModelFailure.timeout("The model service did not say in time whether it takes the key.")
          : ModelFailure.unreachable();
    }
  }
}
