import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/// Has a laid out Parley answer a first question, while the Java machine notes which classes that
/// takes; from its notes it makes `parley.aot`, the cache that later starts use.
///
/// `java Rehearsal.java FOLDER`
final class Rehearsal {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String ACCOUNT =
      """
      {"email": "rehearsal@example.com", "password": "seventeen red kites"}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private String token = "";

  private Rehearsal(int port) {
    address = "http://127.0.0.1:" + port;
  }

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]).toAbsolutePath();
    var cache = folder.resolve("parley.aot");
    var port = freePort();
    var model = model();
    var place = Files.createTempDirectory("rehearsal");
    var server = server(folder, cache, place, port, model.getAddress().getPort());
    try {
      var rehearsal = new Rehearsal(port);
      rehearsal.awaitReady(server);
      rehearsal.play();
    } finally {
      server.destroy();
      server.waitFor();
      model.stop(0);
      delete(place);
    }
    if (!Files.exists(cache)) {
      throw new IOException("The Java machine made no cache.");
    }
    IO.println("%s: %d MB".formatted(cache, Files.size(cache) >> 20));
  }

  private static Process server(Path folder, Path cache, Path place, int port, int model)
      throws IOException {
    var command = new ProcessBuilder(folder.resolve("parley").toString());
    var environment = command.environment();
    environment.keySet().removeIf(name -> name.startsWith("OPENAI_") || name.startsWith("DB_"));
    environment.put("PARLEY_JAVA_OPTIONS", "-XX:AOTCacheOutput=" + cache);
    environment.put("HOST", "127.0.0.1");
    environment.put("PORT", String.valueOf(port));
    environment.put("PARLEY_DATA", place.resolve("data").toString());
    environment.put("LOG_FILE", place.resolve("app.log").toString());
    environment.put("OPENAI_BASE_URL", "http://127.0.0.1:%d/v1".formatted(model));
    return command.directory(place.toFile()).inheritIO().start();
  }

  private void awaitReady(Process server) throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (server.isAlive() && System.nanoTime() < end) {
      try {
        if (status("/health/ready") == 200) {
          return;
        }
      } catch (IOException _) {
        Thread.onSpinWait(); // Nobody listens yet.
      }
      Thread.sleep(50);
    }
    throw new IOException("The server did not become ready.");
  }

  /// What most clients begin with.
  private void play() throws Exception {
    status("/");
    status("/openapi.json");
    post("/auth/register", ACCOUNT);
    token = field("access_token", post("/auth/login", ACCOUNT));
    var conversation = field("id", post("/conversations", "{}"));
    var messages = "/conversations/%s/messages".formatted(conversation);
    for (var stream : new boolean[] {true, false}) {
      post(messages, "{\"content\": \"Hello\", \"stream\": %s}".formatted(stream));
    }
    status(messages);
    status("/conversations");
    status("/account/usage");
    post("/openai/question", "{\"question\": \"Hello\"}");
    post("/session/initialize_session", "{}");
    post("/v1/chat/completions", "{\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}");
  }

  private int status(String path) throws Exception {
    return client.send(request(path).GET().build(), BodyHandlers.ofString()).statusCode();
  }

  private String post(String path, String body) throws Exception {
    var request = request(path).POST(BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    request.header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static String field(String name, String json) throws IOException {
    var found = Pattern.compile("\"%s\":\"([^\"]+)\"".formatted(name)).matcher(json);
    if (!found.find()) {
      throw new IOException("The server answered without " + name + ": " + json);
    }
    return found.group(1);
  }

  /// A model service that streams three words, whatever it is asked.
  private static HttpServer model() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            for (var word : new String[] {"It", " all", " works"}) {
              body.write(event("{\"content\":\"%s\"}".formatted(word), "null"));
              body.flush();
            }
            body.write(event("{}", "\"stop\""));
            body.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
          }
        });
    server.start();
    return server;
  }

  private static byte[] event(String delta, String finish) {
    return """
        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"rehearsal",\
        "choices":[{"index":0,"delta":%s,"finish_reason":%s}]}

        """
        .formatted(delta, finish)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
