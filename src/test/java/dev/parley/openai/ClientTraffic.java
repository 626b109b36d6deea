package dev.parley.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// Stands between clients and a server, passes everything on as it comes, and holds each request,
/// each answer and each event to what OpenAI says of them.
final class ClientTraffic implements AutoCloseable {

  /// Of one connection each, or set by whoever sends.
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private final OpenAiSchemas schemas = new OpenAiSchemas();
  private final HttpServer listener;
  private final URI server;

  ClientTraffic(URI server) throws IOException {
    this.server = server;
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    listener.createContext("/", this::pass);
    listener.start();
  }

  /// Where clients find the server, by way of this.
  String address(String path) {
    return "http://127.0.0.1:%d%s".formatted(listener.getAddress().getPort(), path);
  }

  /// What was not as OpenAI says.
  List<String> violations() {
    return List.copyOf(violations);
  }

  /// How many bodies and events were as OpenAI says, or not.
  int checked() {
    return schemas.checked();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var sent = exchange.getRequestBody().readAllBytes();
      var answer = HTTP.send(request(exchange, sent), BodyHandlers.ofInputStream());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!NOT_PASSED_ON.contains(name)) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      exchange.sendResponseHeaders(answer.statusCode(), 0);
      check(exchange, sent, answer, copy(answer.body(), exchange));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    var target = server.resolve(exchange.getRequestURI().toString());
    var request =
        HttpRequest.newBuilder(target)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  /// A client that leaves is left to the server, which hears of it by this.
  private static String copy(InputStream from, HttpExchange to) throws IOException {
    var all = new ByteArrayOutputStream();
    var buffer = new byte[8_192];
    try (from) {
      for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        all.write(buffer, 0, read);
        to.getResponseBody().write(buffer, 0, read);
        to.getResponseBody().flush();
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private void check(HttpExchange exchange, byte[] sent, HttpResponse<?> answer, String received) {
    var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    var isStream =
        answer.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
    var said = new String(sent, StandardCharsets.UTF_8);
    if (answer.statusCode() < 300) {
      violations.addAll(schemas.request(call, said));
    }
    violations.addAll(
        isStream
            ? schemas.events(call, received)
            : schemas.answer(call, answer.statusCode(), received));
  }

  @Override
  public void close() {
    listener.stop(0);
  }
}
