package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// Every route, asked for by nobody and by somebody else. The routes are the server's own: a new
/// one fails here until it is said what it is.
@Keeps("strangers.routes")
class StrangersHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client OWNER = SERVER.member();
  private static final Client STRANGER = SERVER.member();
  private static final Map<String, Client> STRANGERS =
      Map.of("another account", STRANGER, "an administrator", SERVER.admin());
  private static final String CONVERSATION = OWNER.conversation();
  private static final Response ASKED = OWNER.ask(CONVERSATION, "say-3-0", "Mine").expect(200);
  private static final String ANSWER = ASKED.body().at("/message/id").stringValue();
  private static final String RESPONSE = ANSWER.replace("msg_", "resp_");
  private static final String TOKEN =
      OWNER.post("/account/tokens", "{'name':'Mine'}").expect(201).text("id");

  /// What anybody may ask for.
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /",
          "GET /admin",
          "GET /assets/{version}/{*name}",
          "GET /docs",
          "GET /openapi.json",
          "GET /redoc",
          "GET /reset",
          "GET /start",
          "GET /verify",
          "GET /api/health",
          "GET /health/live",
          "GET /health/ready",
          "POST /api/chat",
          "POST /auth/register",
          "POST /auth/login",
          "POST /auth/refresh",
          "POST /auth/logout",
          "POST /auth/page/login",
          "POST /auth/page/logout",
          "POST /auth/page/refresh",
          "POST /auth/password/forgot",
          "POST /auth/password/reset",
          "POST /auth/verify-email",
          "POST /auth/verify-email/resend",
          "POST /session/initialize_session",
          "POST /session/page",
          "POST /session/page/chat",
          "GET /session/page/messages",
          "GET /session/page/messages/{id}",
          "GET /session/page/messages/{id}/stream",
          "POST /session/page/messages/{id}/stop",
          "POST /chat",
          "POST /feedback");

  /// What members may ask for, each with a good body; none where the route takes none.
  private static final Map<String, String> MEMBERS_ONLY =
      Map.ofEntries(
          Map.entry("GET /account", ""),
          Map.entry("PATCH /account", "{\"name\":\"Taken\"}"),
          Map.entry("DELETE /account", "{\"password\":\"wrong\"}"),
          Map.entry(
              "POST /account/password",
              "{\"current_password\":\"wrong\",\"new_password\":\"longer than that\"}"),
          Map.entry("GET /account/looks", ""),
          Map.entry("GET /account/sessions", ""),
          Map.entry("DELETE /account/sessions/{id}", ""),
          Map.entry("GET /account/usage", ""),
          Map.entry("GET /account/export", ""),
          Map.entry("POST /account/import", "{}"),
          Map.entry("POST /account/second-factor", "{\"password\":\"wrong\"}"),
          Map.entry("POST /account/second-factor/confirm", "{\"code\":\"000000\"}"),
          Map.entry("DELETE /account/second-factor", "{\"code\":\"000000\"}"),
          Map.entry("GET /account/api-key", ""),
          Map.entry("PUT /account/api-key", "{\"api_key\":\"sk-0123456789abcdef\"}"),
          Map.entry("DELETE /account/api-key", ""),
          Map.entry("GET /account/tokens", ""),
          Map.entry("POST /account/tokens", "{\"name\":\"Notes\"}"),
          Map.entry("DELETE /account/tokens/{id}", ""),
          Map.entry("GET /conversations", ""),
          Map.entry("POST /conversations", "{}"),
          Map.entry("GET /conversations/{id}", ""),
          Map.entry("PATCH /conversations/{id}", "{\"title\":\"Taken\"}"),
          Map.entry("DELETE /conversations/{id}", ""),
          Map.entry("GET /conversations/{id}/messages", ""),
          Map.entry("POST /conversations/{id}/messages", "{\"content\":\"Hello\"}"),
          Map.entry("GET /messages/{id}", ""),
          Map.entry("GET /messages/{id}/stream", ""),
          Map.entry("POST /messages/{id}/regenerate", "{}"),
          Map.entry("POST /messages/{id}/stop", ""),
          Map.entry("PUT /messages/{id}/feedback", "{\"rating\":\"up\"}"),
          Map.entry("POST /openai/question", "{\"question\":\"Hello\"}"),
          Map.entry("GET /openai/stream", ""),
          Map.entry("POST /session/claim", "{\"session_id\":\"sess_0\"}"),
          Map.entry("POST /session/page/claim", ""),
          Map.entry("GET /events", ""));

  /// What OpenAI's clients ask for, each with a good body.
  private static final Map<String, String> CLIENTS_ONLY =
      Map.ofEntries(
          Map.entry("GET /v1/models", ""),
          Map.entry("GET /v1/models/{*id}", ""),
          Map.entry("POST /v1/chat/completions", "{\"messages\":[{}]}"),
          Map.entry("POST /v1/responses", "{\"input\":\"Hello\"}"),
          Map.entry("GET /v1/responses/{id}", ""),
          Map.entry("DELETE /v1/responses/{id}", ""),
          Map.entry("POST /v1/responses/{id}/cancel", ""),
          Map.entry("GET /v1/responses/{id}/input_items", ""),
          Map.entry("POST /v1/conversations", "{}"),
          Map.entry("GET /v1/conversations/{id}", ""),
          Map.entry("POST /v1/conversations/{id}", "{\"metadata\":{}}"),
          Map.entry("DELETE /v1/conversations/{id}", ""),
          Map.entry("GET /v1/conversations/{id}/items", ""),
          Map.entry(
              "POST /v1/conversations/{id}/items",
              "{\"items\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"),
          Map.entry("GET /v1/conversations/{id}/items/{item}", ""),
          Map.entry("DELETE /v1/conversations/{id}/items/{item}", ""));

  /// What administrators may ask for; to all others it says so, since there is nothing to guess.
  private static final Map<String, String> ADMINS_ONLY =
      Map.ofEntries(
          Map.entry("GET /metrics", ""),
          Map.entry("GET /admin/audit", ""),
          Map.entry("POST /admin/audit/verify", ""),
          Map.entry("GET /admin/feedback", ""),
          Map.entry("GET /admin/sessions", ""),
          Map.entry("GET /admin/users/{id}/conversations", ""),
          Map.entry("GET /admin/conversations/{id}/messages", ""),
          Map.entry("GET /admin/users", ""),
          Map.entry("PATCH /admin/users/{id}", "{\"status\":\"suspended\"}"),
          Map.entry("GET /admin/usage", ""),
          Map.entry("GET /admin/retention", ""),
          Map.entry("GET /admin/budgets", ""),
          Map.entry("PUT /admin/budgets", "{}"));

  @Test
  void knowsEveryRoute() {
    var known = new TreeSet<>(PUBLIC);
    known.addAll(ADMINS_ONLY.keySet());
    known.addAll(MEMBERS_ONLY.keySet());
    known.addAll(CLIENTS_ONLY.keySet());
    assertThat(routes()).isEqualTo(known);
  }

  static Stream<Arguments> membersOnly() {
    return MEMBERS_ONLY.entrySet().stream()
        .map(route -> argumentSet(route.getKey(), route.getKey(), route.getValue()));
  }

  @ParameterizedTest
  @MethodSource("membersOnly")
  void asksNobodyInWithoutAToken(String route, String body) {
    var refused = ask(SERVER.client(), route, ownersId(route), body);
    refused.expectProblem(401, "unauthenticated");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  static Stream<Arguments> clientsOnly() {
    return CLIENTS_ONLY.entrySet().stream()
        .map(route -> argumentSet(route.getKey(), route.getKey(), route.getValue()));
  }

  @ParameterizedTest
  @MethodSource("clientsOnly")
  void asksNoClientInWithoutAToken(String route, String body) {
    var refused = ask(SERVER.client(), route, "none", body);
    refused.expectError(401, "invalid_api_key");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  static Stream<Arguments> adminsOnly() {
    return ADMINS_ONLY.entrySet().stream()
        .map(route -> argumentSet(route.getKey(), route.getKey(), route.getValue()));
  }

  @ParameterizedTest
  @MethodSource("adminsOnly")
  void asksNobodyInWhoIsNoAdministrator(String route, String body) {
    var owner = OWNER.get("/account").expect(200).text("id");
    ask(SERVER.client(), route, owner, body).expectProblem(401, "unauthenticated");
    ask(STRANGER, route, owner, body).expectProblem(403, "forbidden");
    ask(OWNER, route, owner, body).expectProblem(403, "forbidden");
    OWNER.get("/account").expect(200);
  }

  static Stream<Arguments> withId() {
    return withId(MEMBERS_ONLY);
  }

  static Stream<Arguments> clientsWithId() {
    return withId(CLIENTS_ONLY);
  }

  private static Stream<Arguments> withId(Map<String, String> routes) {
    return routes.entrySet().stream()
        .filter(route -> route.getKey().contains("{"))
        .filter(route -> !route.getKey().contains("/models/"))
        .flatMap(
            route ->
                STRANGERS.entrySet().stream()
                    .map(
                        who ->
                            argumentSet(
                                who.getKey() + ": " + route.getKey(),
                                who.getValue(),
                                route.getKey(),
                                route.getValue())));
  }

  @ParameterizedTest
  @MethodSource("withId")
  void answersAStrangerAsIfThereWereNoSuchThing(Client stranger, String route, String body) {
    var theirs = ask(stranger, route, ownersId(route), body);
    var unknown = ask(stranger, route, unknownId(route), body);
    theirs.expectProblem(404, "not_found");
    Sameness.of(theirs, unknown);
  }

  @ParameterizedTest
  @MethodSource("clientsWithId")
  void answersAStrangersClientAsIfThereWereNoSuchThing(Client stranger, String route, String body) {
    var theirs = ask(stranger, route, ownersId(route), body);
    var unknown = ask(stranger, route, unknownId(route), body);
    theirs.expectError(404, "not_found");
    Sameness.of(theirs, unknown);
    OWNER.get("/v1/responses/" + RESPONSE).expect(200);
    OWNER.get("/conversations/" + CONVERSATION).expect(200);
  }

  @ParameterizedTest
  @MethodSource("withId")
  void leavesEverythingToItsOwner(Client stranger, String route, String body) {
    ask(stranger, route, ownersId(route), body).expect(404);
    var conversation = OWNER.get("/conversations/" + CONVERSATION).expect(200);
    assertThat(conversation.text("title")).isEqualTo("Mine");
    assertThat(conversation.body().get("message_count").intValue()).isEqualTo(2);
    OWNER.get("/messages/" + ANSWER).expect(200);
    assertThat(OWNER.get("/account/tokens").body().at("/data/0/id").stringValue()).isEqualTo(TOKEN);
  }

  private static Set<String> routes() {
    var routes = new TreeSet<String>();
    for (var route : SERVER.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet()) {
      var methods = route.getMethodsCondition().getMethods();
      for (var path : route.getPatternsCondition().getPatterns()) {
        methods.forEach(method -> routes.add(method + " " + path));
        if (methods.isEmpty()) {
          routes.add("ANY " + path);
        }
      }
    }
    return routes;
  }

  private static String ownersId(String route) {
    if (route.contains("/tokens/{id}")) {
      return TOKEN;
    }
    if (route.contains("/responses/{id}")) {
      return RESPONSE;
    }
    if (route.contains("/sessions/{id}")) {
      return OWNER.session();
    }
    return route.contains("/messages/{id}") ? ANSWER : CONVERSATION;
  }

  /// Well-formed, and nobody's.
  private static String unknownId(String route) {
    return ownersId(route).replaceFirst(".{16}$", "0000000000000000");
  }

  static Response ask(Client client, String route, String id, String body) {
    var parts = route.split(" ", 2);
    var path = parts[1].replaceAll("\\{\\*?id}", id).replace("{item}", ANSWER);
    return client.send(parts[0], path, body.isEmpty() ? null : body, Map.of());
  }
}
