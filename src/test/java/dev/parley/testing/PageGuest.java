package dev.parley.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A guest on this server's own page, known by a cookie.
///
/// @param headers what the browser sends with each request
public record PageGuest(Client client, Map<String, String> headers) {

  /// What a browser says of requests that a page makes to its own server.
  public static final Map<String, String> OWN = Map.of("Sec-Fetch-Site", "same-origin");

  private static final String COOKIE = "parley_guest=";

  /// Somebody who begins a session.
  public static PageGuest arrive(TestServer server) {
    var begun = server.client().send("POST", "/session/page", null, OWN).expect(204);
    return holding(server, cookie(begun).replaceFirst(";.*", "").substring(COOKIE.length()));
  }

  /// Somebody whose browser holds this.
  public static PageGuest holding(TestServer server, String secret) {
    Secrets.add(secret);
    var headers = new HashMap<>(OWN);
    headers.put("Cookie", COOKIE + secret);
    return new PageGuest(server.client(), Map.copyOf(headers));
  }

  /// Somebody whose browser holds nothing.
  public static PageGuest without(TestServer server) {
    return new PageGuest(server.client(), OWN);
  }

  /// The cookie that an answer has the browser hold, with its attributes.
  public static String cookie(Response answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(COOKIE))
        .findFirst()
        .orElseThrow();
  }

  /// The same with one more header.
  public PageGuest with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new PageGuest(client, Map.copyOf(more));
  }

  public Response ask(String content) {
    return post("/chat", "{\"content\":\"%s\"}".formatted(content));
  }

  public Response get(String path) {
    return client.send("GET", "/session/page" + path, null, headers);
  }

  /// Sends JSON.
  ///
  /// @param body empty for none
  public Response post(String path, String body) {
    return client.send("POST", "/session/page" + path, body.isEmpty() ? null : body, headers);
  }

  /// What was said so far.
  public List<String> contents() {
    return get("/messages").expect(200).contents();
  }

  /// The path of the newest answer.
  public String answer() {
    var messages = get("/messages").expect(200).body().get("data");
    return "/messages/" + messages.get(messages.size() - 1).get("id").stringValue();
  }
}
