package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses the server over HTTP: nobody in particular, or a member.
///
/// @param address turns a path into an address
/// @param email of the account; none for nobody
/// @param token the access token; none for nobody
/// @param refreshToken none for nobody
public record Client(
    Function<String, URI> address,
    @Nullable String email,
    @Nullable String token,
    @Nullable String refreshToken) {

  public static final String PASSWORD = "correct horse battery staple";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Client(Function<String, URI> address) {
    this(address, null, null, null);
  }

  /// The same person with another access token.
  public Client withToken(String other) {
    return new Client(address, email, other, refreshToken);
  }

  /// Registers a new account and signs in to it.
  public Client signUp() {
    var fresh = UUID.randomUUID() + "@example.com";
    post("/auth/register", "{'email':'%s','password':'%s'}".formatted(fresh, PASSWORD)).expect(201);
    return signIn(fresh, PASSWORD);
  }

  public Client signIn(String address, String password) {
    var tokens =
        post("/auth/login", "{'email':'%s','password':'%s'}".formatted(address, password))
            .expect(200)
            .body();
    return new Client(
        this.address,
        address,
        tokens.get("access_token").stringValue(),
        tokens.get("refresh_token").stringValue());
  }

  /// Signs in to the same account once more.
  public Client signInAgain() {
    return signIn(String.valueOf(email), PASSWORD);
  }

  /// Signs this session out.
  public void logOut() {
    post("/auth/logout", Map.of("refresh_token", String.valueOf(refreshToken))).expect(204);
  }

  /// The id of this session, as the access token has it.
  public String session() {
    var claims = String.valueOf(token).split("\\.", 3)[1];
    return JSON.readTree(Base64.getUrlDecoder().decode(claims)).get("sid").stringValue();
  }

  /// Makes a conversation.
  ///
  /// @return its id
  public String conversation() {
    return post("/conversations", "{}").expect(201).text("id");
  }

  /// Asks a question and waits for the whole answer.
  public Response ask(String conversation, String model, String content) {
    return post(
        "/conversations/%s/messages".formatted(conversation),
        "{'content':'%s','model':'%s'}".formatted(content, model));
  }

  /// Asks a question and reads the answer as it comes.
  public EventStream askStreaming(String conversation, String model, String content) {
    return EventStream.post(
        address.apply("/conversations/%s/messages".formatted(conversation)),
        headers(),
        json("{'content':'%s','model':'%s','stream':true}".formatted(content, model)));
  }

  /// Reads an answer from an offset on.
  public EventStream resume(String message, int after) {
    return EventStream.get(
        address.apply("/messages/%s/stream?after=%d".formatted(message, after)), headers());
  }

  public Response get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Response delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  /// Sends JSON, in which single quotes stand for double ones.
  public Response post(String path, String body) {
    return send("POST", path, json(body), Map.of());
  }

  /// Sends an object of these fields as JSON.
  public Response post(String path, Map<String, ?> fields) {
    return send("POST", path, JSON.writeValueAsString(fields), Map.of());
  }

  /// Sends JSON, in which single quotes stand for double ones.
  public Response patch(String path, String body) {
    return send("PATCH", path, json(body), Map.of());
  }

  /// Sends a request with this client's token, as JSON unless the headers say otherwise.
  public Response send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    return body == null
        ? sendBody(method, path, BodyPublishers.noBody(), headers)
        : sendBody(method, path, BodyPublishers.ofString(body), json(headers));
  }

  /// Sends a request with this client's token and any body; no type goes with it that the headers
  /// do not tell.
  public Response sendBody(
      String method, String path, BodyPublisher body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(address.apply(path)).timeout(PATIENCE).method(method, body);
    headers().forEach(request::setHeader);
    headers.forEach(request::setHeader);
    try {
      return new Response(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What this client sends with every request.
  public Map<String, String> headers() {
    return token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }

  private static Map<String, String> json(Map<String, String> headers) {
    var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    fields.put("Content-Type", "application/json");
    fields.putAll(headers);
    return fields;
  }

  private static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"');
  }
}
