package dev.parley.endurance;

import dev.parley.limit.Limit;
import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.PackagedServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The packaged program as it is run, with a heap of 512 MB, before a crowd.
final class LoadedServer implements AutoCloseable {

  /// Each may ask 50,000 questions a day.
  private static final int ACCOUNTS = 48;

  private static final int CONVERSATIONS = 4;
  private static final String INSIDERS_TOKEN = "the-token-of-those-who-measure-it";

  /// A question, and where it is asked.
  private record Place(Client who, String conversation) {}

  private final FakeModel model = FakeModel.start();
  private final PackagedServer server;
  private final Crowd crowd;
  private final List<Place> places = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  LoadedServer(Path folder, String... arguments) {
    var settings = new HashMap<>(PackagedServer.asking(model));
    for (var limit : Limit.values()) {
      settings.put("PARLEY_LIMIT_" + limit.name(), "1000000/1s");
    }
    settings.put("PARLEY_LIMIT_ACCOUNT_ANSWERS", "1000000");
    settings.put("PARLEY_METRICS_TOKEN", INSIDERS_TOKEN);
    settings.put("PARLEY_LOG_MESSAGES", "false");
    settings.put("PARLEY_ANSWER_BEHIND", "500ms");
    server = PackagedServer.start(folder, settings, List.of("-Xmx512m"), arguments);
    crowd =
        new Crowd(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.uri("/").getPort()));
    for (var account = 0; account < ACCOUNTS; account++) {
      var who = program();
      for (var conversation = 0; conversation < CONVERSATIONS; conversation++) {
        places.add(new Place(who, who.conversation()));
      }
    }
  }

  /// One that acts for an account of its own, for as long as this takes: who is signed in is so for
  /// 15 minutes.
  private Client program() {
    var token = server.client().signUp().post("/account/tokens", "{'name':'load'}").expect(201);
    return server.client().withToken(token.text("token"));
  }

  FakeModel model() {
    return model;
  }

  Crowd crowd() {
    return crowd;
  }

  /// Somebody with an account.
  Client member() {
    return places.getFirst().who();
  }

  Vitals vitals() {
    return Vitals.of(server.pid());
  }

  boolean isRunning() {
    return server.isRunning();
  }

  /// Asks a question, each at the root of one of many conversations, where none waits for another.
  Visit ask(String askedModel) {
    var place = places.get(Math.floorMod(turn.getAndIncrement(), places.size()));
    var body =
        "{\"content\":\"Hello\",\"parent_id\":null,\"stream\":true,\"model\":\"%s\"}"
            .formatted(askedModel);
    return crowd.send(
        request(
            "POST",
            "/conversations/%s/messages".formatted(place.conversation()),
            "Authorization: Bearer %s\r\n".formatted(place.who().token()),
            body));
  }

  /// The bytes of a request after whose answer the connection is closed.
  static byte[] request(String method, String path, String headers, String body) {
    var head =
        "%s %s HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n%s"
            .formatted(method, path, headers);
    var length =
        "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(body.length());
    return (head + length + body).getBytes(StandardCharsets.US_ASCII);
  }

  /// How long it took to answer requests with a status, in microseconds, on average, as the server
  /// has measured it.
  double meanMicros(int status) {
    var metrics = server.client().withToken(INSIDERS_TOKEN).get("/metrics").expect(200).raw();
    var seconds = sum(metrics, "http_server_requests_seconds_sum", status);
    return 1e6 * seconds / sum(metrics, "http_server_requests_seconds_count", status);
  }

  private static double sum(String metrics, String name, int status) {
    return Pattern.compile("(?m)^%s\\{.*status=\"%d\".*} (\\S+)$".formatted(name, status))
        .matcher(metrics)
        .results()
        .mapToDouble(line -> Double.parseDouble(line.group(1)))
        .sum();
  }

  @Override
  public void close() {
    crowd.close();
    server.close();
    model.close();
  }
}
