package dev.parley.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A connection to a Chromium by its DevTools protocol: commands, each with its answer, and events.
final class DevTools implements WebSocket.Listener {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  static DevTools connect(URI address) {
    var devTools = new DevTools();
    devTools.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, devTools).join();
    return devTools;
  }

  /// Sends a command to the browser, and waits for its answer.
  JsonNode send(String method, Map<String, ?> parameters) {
    return send(null, method, parameters);
  }

  /// Sends a command to one of its windows.
  ///
  /// @throws Refused where it cannot be done
  JsonNode send(@Nullable String session, String method, Map<String, ?> parameters) {
    var id = last.incrementAndGet();
    var command = new TreeMap<String, Object>();
    command.put("id", id);
    command.put("method", method);
    command.put("params", parameters);
    if (session != null) {
      command.put("sessionId", session);
    }
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(id, answer);
    synchronized (waiting) {
      open().sendText(JSON.writeValueAsString(command), true).join();
    }
    try {
      return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Refused refused ? refused : e;
    }
  }

  /// What windows have told so far.
  List<JsonNode> events(String session) {
    return events.stream()
        .filter(event -> session.equals(event.path("sessionId").asString("")))
        .toList();
  }

  private WebSocket open() {
    var open = socket;
    if (open == null) {
      throw new IllegalStateException("not connected");
    }
    return open;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean end) {
    part.append(data);
    if (end) {
      var message = JSON.readTree(part.toString());
      part.setLength(0);
      hear(message);
    }
    webSocket.request(1);
    return null;
  }

  private void hear(JsonNode message) {
    if (!message.has("id")) {
      events.add(message);
      return;
    }
    var answer = waiting.remove(message.get("id").intValue());
    if (answer != null && message.has("error")) {
      answer.completeExceptionally(new Refused(message.at("/error/message").asString("")));
    } else if (answer != null) {
      answer.complete(message.get("result"));
    }
  }

  void close() {
    open().abort();
  }

  /// The browser did not do what it was told.
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }
}
