package dev.parley.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// Asks the [FakeModel] directly, as a model service's client does.
final class ModelClient implements AutoCloseable {
  static final String KEY = "sk-test-12345678";

  private final URI baseUrl;
  private final HttpClient http;

  ModelClient(FakeModel fake, Redirect redirects) {
    baseUrl = URI.create(fake.baseUrl() + "/");
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(redirects)
            .build();
  }

  ModelClient(FakeModel fake) {
    this(fake, Redirect.NEVER);
  }

  /// A request's body with a system and a user message.
  static String question(String model, boolean stream) {
    return """
    {"model":"%s","stream":%s,"messages":[{"role":"system","content":"Be brief."},\
    {"role":"user","content":"Wie geht's? 😀\\n"}]}\
    """
        .formatted(model, stream);
  }

  EventStream stream(String model) {
    return streamOf(question(model, true));
  }

  EventStream streamOf(String body) {
    return EventStream.post(completions(), Map.of(), body);
  }

  HttpResponse<String> ask(String model) throws IOException, InterruptedException {
    return post(BodyPublishers.ofString(question(model, false)));
  }

  HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(completions())
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + KEY)
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> models() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(baseUrl.resolve("models")).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private URI completions() {
    return baseUrl.resolve("chat/completions");
  }
}
