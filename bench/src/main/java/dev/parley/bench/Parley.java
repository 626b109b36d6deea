package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// Parley, and who asks it. Limits are out of the way; all else is as it comes.
record Parley(Program program, HttpClient client, String email) implements AutoCloseable {

  private static final Pattern ID = Pattern.compile("\"(?:id|access_token)\":\"([^\"]+)\"");
  private static final int AT_ONCE = 16;

  static Map<String, String> settings(int port, int model, Path place) {
    return Map.ofEntries(
        Map.entry("HOST", "127.0.0.1"),
        Map.entry("PORT", String.valueOf(port)),
        Map.entry("PARLEY_DATA", place.resolve("data").toString()),
        Map.entry("LOG_FILE", place.resolve("app.log").toString()),
        Map.entry("OPENAI_BASE_URL", "http://127.0.0.1:%d/v1".formatted(model)),
        Map.entry("PARLEY_MODELS", "*"),
        Map.entry("PARLEY_LOG_MESSAGES", "false"),
        Map.entry("PARLEY_LIMIT_ACCOUNT_QUESTIONS", "9000000/1s"),
        Map.entry("PARLEY_LIMIT_ACCOUNT_ANSWERS", "20000"),
        Map.entry("PARLEY_LIMIT_ADDRESS_REGISTRATIONS", "10000/1s"),
        Map.entry("PARLEY_LIMIT_ADDRESS_LOGINS", "10000/1s"));
  }

  static Parley start(Path laidOut, int model) throws IOException, InterruptedException {
    var place = Files.createTempDirectory("parley-bench");
    var port = Program.freePort();
    var program =
        Program.start(
                List.of(laidOut.resolve("parley").toString()),
                place,
                settings(port, model, place),
                port,
                place.resolve("out.log"))
            .await();
    return new Parley(program, HttpClient.newHttpClient(), "").as("bench@example.com");
  }

  /// The same program with another account, which is made.
  Parley as(String email) throws IOException, InterruptedException {
    var parley = new Parley(program, client, email);
    parley.post("/auth/register", "", parley.credentials());
    return parley;
  }

  int port() {
    return program.port();
  }

  /// An access token, which holds for 15 minutes.
  String token() throws IOException, InterruptedException {
    return id(post("/auth/login", "", credentials()));
  }

  /// New conversations: one for each stream, so that none has more behind it than another.
  List<String> conversations(String token, int count) throws Exception {
    var made = new ArrayList<Future<String>>();
    try (var makers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var i = 0; i < count; i++) {
        made.add(makers.submit(() -> id(post("/conversations", token, "{}"))));
      }
    }
    var ids = new ArrayList<String>();
    for (var id : made) {
      ids.add(id.get());
    }
    return ids;
  }

  private String credentials() {
    return "{\"email\":\"%s\",\"password\":\"seventeen red kites\"}".formatted(email);
  }

  private String post(String path, String token, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static String id(String json) throws IOException {
    var found = ID.matcher(json);
    if (!found.find()) {
      throw new IOException("Parley answered: " + json);
    }
    return found.group(1);
  }

  @Override
  public void close() {
    client.close();
    program.close();
  }
}
