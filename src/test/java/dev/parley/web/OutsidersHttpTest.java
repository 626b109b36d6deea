package dev.parley.web;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call that is not open to all, asked for by people who show something that is no token, or
/// is one no more: they hear what those hear who show nothing.
@Keeps("strangers.routes")
class OutsidersHttpTest {

  private static final Map<String, Client> OUTSIDERS = outsiders();

  static Stream<Arguments> calls() {
    return OUTSIDERS.keySet().stream()
        .flatMap(
            who ->
                Stream.concat(StrangersHttpTest.membersOnly(), StrangersHttpTest.adminsOnly())
                    .map(
                        route ->
                            Arguments.argumentSet(
                                who + ": " + route.get()[0], who, route.get()[0], route.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void areAnsweredAsThoseWhoShowNothing(String who, String route, String body) {
    var nobody = StrangersHttpTest.ask(Owned.SERVER.client(), route, Owned.ANSWER, body);
    var outsider =
        StrangersHttpTest.ask(
            Objects.requireNonNull(OUTSIDERS.get(who)), route, Owned.ANSWER, body);

    nobody.expectProblem(401, "unauthenticated");
    Sameness.of(outsider, nobody);
  }

  private static Map<String, Client> outsiders() {
    var nobody = Owned.SERVER.client();
    var member = Owned.SERVER.member();
    var outsiders = new LinkedHashMap<String, Client>();
    outsiders.put("a guest", nobody.withToken(Owned.session()));
    outsiders.put(
        "who has a refresh token", nobody.withToken(String.valueOf(member.refreshToken())));
    outsiders.put("who has logged out", signedOut());
    outsiders.put("who has an ended token", withEndedToken(member));
    outsiders.put("who is suspended", Owned.SERVER.suspended());
    outsiders.put("who has the id of a token", nobody.withToken(Owned.TOKEN));
    return outsiders;
  }

  private static Client signedOut() {
    var member = Owned.SERVER.member();
    member
        .post("/auth/logout", Map.of("refresh_token", String.valueOf(member.refreshToken())))
        .expect(204);
    return member;
  }

  private static Client withEndedToken(Client member) {
    var token = made(member);
    member.delete("/account/tokens/" + token.text("id")).expect(204);
    return member.withToken(token.text("token"));
  }

  private static Response made(Client member) {
    return member.post("/account/tokens", Map.of("name", "Ended")).expect(201);
  }
}
