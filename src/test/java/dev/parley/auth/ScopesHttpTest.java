package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// What programs may do by a personal access token. The routes are the server's own.
class ScopesHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();
  private static final Client READING = Program.of(MEMBER, "read").client();
  private static final Client CHATTING = Program.of(MEMBER, "chat").client();
  private static final Client BOTH = Program.of(MEMBER).client();

  /// What a token with the scope `read` opens.
  private static final Set<String> READ =
      Set.of(
          "GET /account",
          "GET /account/usage",
          "GET /account/looks",
          "GET /conversations",
          "GET /conversations/{id}",
          "GET /conversations/{id}/messages",
          "GET /messages/{id}",
          "GET /messages/{id}/stream",
          "GET /events",
          "GET /openai/stream");

  /// What a token with the scope `chat` opens.
  private static final Set<String> CHAT =
      Set.of(
          "POST /conversations",
          "PATCH /conversations/{id}",
          "DELETE /conversations/{id}",
          "POST /conversations/{id}/messages",
          "POST /messages/{id}/regenerate",
          "POST /messages/{id}/stop",
          "PUT /messages/{id}/feedback",
          "POST /openai/question",
          "GET /v1/models",
          "GET /v1/models/{*id}",
          "POST /v1/chat/completions",
          "POST /v1/conversations",
          "DELETE /v1/conversations/{id}",
          "POST /v1/conversations/{id}",
          "POST /v1/conversations/{id}/items",
          "DELETE /v1/conversations/{id}/items/{item}",
          "POST /v1/responses",
          "DELETE /v1/responses/{id}",
          "POST /v1/responses/{id}/cancel");

  /// What either opens: a program reads again what it was answered.
  private static final Set<String> EITHER =
      Set.of(
          "GET /v1/conversations/{id}",
          "GET /v1/conversations/{id}/items",
          "GET /v1/conversations/{id}/items/{item}",
          "GET /v1/responses/{id}",
          "GET /v1/responses/{id}/input_items");

  @Test
  void openToProgramsIsWhatThisListSaysAndNothingElse() {
    assertThat(routes(Caller.Reader.class)).isEqualTo(new TreeSet<>(READ));
    assertThat(routes(Caller.Asker.class)).isEqualTo(new TreeSet<>(CHAT));
    assertThat(routes(Caller.Participant.class)).isEqualTo(new TreeSet<>(EITHER));
  }

  static Stream<Arguments> closed() {
    return Stream.of(
            Stream.concat(routes(Caller.Member.class).stream(), CHAT.stream())
                .map(route -> argumentSet(route + " with read", route, READING)),
            Stream.concat(routes(Caller.Member.class).stream(), READ.stream())
                .map(route -> argumentSet(route + " with chat", route, CHATTING)),
            routes(Caller.Member.class).stream()
                .map(route -> argumentSet(route + " with both", route, BOTH)))
        .flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("closed")
  void refusesATokenThatIsNotForTheCall(String route, Client program) {
    var refused = ask(program, route);
    refused.expect(403);
    assertThat(refused.raw()).contains("\"code\":\"insufficient_scope\"");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
  }

  static Stream<Arguments.ArgumentSet> open() {
    return Stream.of(
            READ.stream().map(route -> argumentSet(route, route, READING)),
            CHAT.stream().map(route -> argumentSet(route, route, CHATTING)),
            EITHER.stream().map(route -> argumentSet(route + " with read", route, READING)),
            EITHER.stream().map(route -> argumentSet(route + " with chat", route, CHATTING)))
        .flatMap(all -> all)
        .filter(route -> route.getName().contains("{id}"))
        // Here any name is that of a model.
        .filter(route -> !route.getName().contains("/models/"));
  }

  @ParameterizedTest
  @MethodSource("open")
  void takesATokenThatIsForTheCall(String route, Client program) {
    // There is no such thing; who may not ask would be told something else.
    var asked = ask(program, route);
    if (route.contains("/v1/")) {
      assertThat(asked.expect(404).raw()).contains("\"error\":");
    } else {
      asked.expectProblem(404, "not_found");
    }
  }

  @Test
  void letsAProgramChatAndRead() {
    var conversation = CHATTING.conversation();
    var asked = CHATTING.ask(conversation, "say-2-0", "Hello").expect(200);
    var answer = asked.body().at("/message/id").stringValue();

    READING.get("/conversations/" + conversation).expect(200);
    READING.get("/messages/" + answer + "/stream?after=3").expect(200);
    READING.get("/account").expect(200);
    MEMBER.get("/messages/" + answer).expect(200);
    SERVER.member().get("/messages/" + answer).expect(404);
  }

  private static Set<String> routes(Class<?> caller) {
    var routes = new TreeSet<String>();
    SERVER
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              if (takes(handler, caller)) {
                for (var path : route.getPatternsCondition().getPatterns()) {
                  var methods = route.getMethodsCondition().getMethods();
                  methods.forEach(method -> routes.add(method + " " + path));
                }
              }
            });
    return routes;
  }

  private static boolean takes(HandlerMethod handler, Class<?> caller) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == caller);
  }

  private static Response ask(Client client, String route) {
    var parts = route.split(" ", 2);
    var path = parts[1].replaceAll("\\{[^}]+}", "none");
    var body =
        switch (path.substring(path.lastIndexOf('/') + 1)) {
          case "feedback" -> "{'rating':'up'}";
          case "items" -> "{'items':[{'role':'user','content':'Hello'}]}";
          case "regenerate" -> "{}";
          default -> path.startsWith("/v1/") ? "{'metadata':{}}" : "{'content':'Hello'}";
        };
    return client.send(
        parts[0],
        path,
        switch (parts[0]) {
          case "GET", "DELETE" -> null;
          case "PATCH" -> "{\"title\":\"Taken\"}";
          default -> body.replace('\'', '"');
        },
        Map.of());
  }
}
