package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.RawConnection;
import dev.parley.testing.Response;
import dev.parley.testing.Statements;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Keeps("token.forged")
class TokenAttacksHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();
  private static final Forger FORGER = new Forger(SERVER.bean(SigningKey.class), MEMBER);
  private static final Response WITHOUT_TOKEN = SERVER.client().get("/account");

  private final Client nobody = SERVER.client();

  @Test
  void asksForATokenByItsScheme() {
    WITHOUT_TOKEN.expectProblem(401, "unauthenticated");
    assertThat(WITHOUT_TOKEN.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
  }

  @Test
  void takesATokenThatIsMadeAsTheServerMakesThem() {
    nobody.withToken(FORGER.genuine()).get("/account").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
  void takesTheSchemeInAnyCase(String scheme) {
    shown(scheme + " " + FORGER.genuine()).expect(200);
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        argumentSet("signed by nobody", FORGER.unsigned()),
        argumentSet("alg none with a signature", FORGER.unsigned() + "c2lnbmF0dXJl"),
        argumentSet("HS384", FORGER.signedBy(JWSAlgorithm.HS384)),
        argumentSet("HS512", FORGER.signedBy(JWSAlgorithm.HS512)),
        argumentSet("another key", FORGER.signedWith(new byte[32])),
        argumentSet("no signature", FORGER.withSignature("")),
        argumentSet("a short signature", FORGER.withSignature("AAAA")),
        argumentSet("a wrong kid", FORGER.withHeader(header -> header.keyID("other"))),
        argumentSet("no kid", FORGER.withHeader(header -> header.keyID(null))),
        argumentSet("a path for a kid", FORGER.withHeader(header -> header.keyID("../../key"))),
        argumentSet("another kind", FORGER.withHeader(header -> header.type(JOSEObjectType.JWT))),
        argumentSet("no kind", FORGER.withHeader(header -> header.type(null))),
        argumentSet("an unknown critical extension", critical()),
        argumentSet("a wrong audience", FORGER.withClaims(claims -> claims.audience("other"))),
        argumentSet("no audience", FORGER.withClaims(claims -> claims.audience(List.of()))),
        argumentSet("a wrong issuer", FORGER.withClaims(claims -> claims.issuer("other"))),
        argumentSet("no issuer", FORGER.withClaims(claims -> claims.issuer(null))),
        argumentSet("expired", FORGER.withExpiry(Instant.now().minusSeconds(1))),
        argumentSet("expired in 1970", FORGER.withExpiry(Instant.EPOCH)),
        argumentSet("never expiring", FORGER.withClaims(claims -> claims.expirationTime(null))),
        argumentSet("a word for an expiry", FORGER.withClaims(claims -> claims.claim("exp", "x"))),
        argumentSet("no subject", FORGER.withClaims(claims -> claims.subject(null))),
        argumentSet("no session", FORGER.withClaims(claims -> claims.claim("sid", null))),
        argumentSet("no role", FORGER.withClaims(claims -> claims.claim("role", null))),
        argumentSet("an unknown role", FORGER.withClaims(claims -> claims.claim("role", "root"))),
        argumentSet("no JSON for claims", noJson()),
        argumentSet("no JWT", "garbage"),
        argumentSet("dots", "..."),
        argumentSet("two parts", "e30.e30"),
        argumentSet("four parts", FORGER.genuine() + ".e30"),
        argumentSet("a genuine one twice", FORGER.genuine() + FORGER.genuine()),
        argumentSet("long", "a".repeat(7_000)),
        argumentSet("long and signed", FORGER.withClaims(claims -> claims.claim("x", long2000()))),
        argumentSet("deep", Base64URL.encode("[".repeat(1_000)) + ".e30.AAAA"),
        argumentSet("a refresh token", String.valueOf(MEMBER.refreshToken())),
        argumentSet("a personal token", "par_0123456789"),
        argumentSet("SQL", "' OR 1=1 --"));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void refusesAForgeryInTheSameWordsAsNoToken(String token) {
    isRefusedAsNoTokenIs(shown("Bearer " + token));
  }

  @Test
  void asksNeitherTheDatabaseNorAnybodyElseAboutAForgery() {
    SERVER.model().reset();
    var asked =
        Statements.during(
            () ->
                forgeries()
                    .map(forgery -> String.valueOf(forgery.get()[0]))
                    .forEach(token -> shown("Bearer " + token).expect(401)));

    assertThat(asked).isEmpty();
    assertThat(SERVER.model().strayRequests()).isEmpty();
    assertThat(Statements.during(() -> shown("Bearer " + FORGER.genuine()).expect(200)))
        .isNotEmpty();
  }

  /// More than a head may hold, so the web server itself refuses it.
  @Test
  void doesNotReadATokenOfAMillionBytes() {
    try (var connection = RawConnection.to(SERVER.uri("/"))) {
      var refused =
          connection
              .head(
                  "GET /account HTTP/1.1",
                  "Host: localhost",
                  "Authorization: Bearer " + "a".repeat(1_000_000))
              .read();
      assertThat(refused.status()).isIn(401, 413, 431);
    }
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        argumentSet("nothing", ""),
        argumentSet("the scheme alone", "Bearer"),
        argumentSet("the scheme and a space", "Bearer "),
        argumentSet("the token alone", FORGER.genuine()),
        argumentSet("no space", "Bearer" + FORGER.genuine()),
        argumentSet("another scheme", "Basic " + FORGER.genuine()),
        argumentSet("a scheme before", "Basic Bearer " + FORGER.genuine()),
        argumentSet("quotes", "Bearer \"" + FORGER.genuine() + "\""));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void refusesAHeaderThatIsNoBearerToken(String header) {
    isRefusedAsNoTokenIs(shown(header));
  }

  @Test
  void asksNobodyForTheKeyThatATokenNames() {
    SERVER.model().reset();
    var address = URI.create(SERVER.model().baseUrl() + "/keys");
    isRefusedAsNoTokenIs(
        shown("Bearer " + FORGER.withKeysAt(address, "another key of thirty-two bytes!")));
    assertThat(SERVER.model().strayRequests()).isEmpty();
  }

  @Test
  void takesNoTokenFromTheQueryOrACookie() {
    var token = FORGER.genuine();
    isRefusedAsNoTokenIs(nobody.get("/account?access_token=" + token));
    isRefusedAsNoTokenIs(
        nobody.send("GET", "/account", null, Map.of("Cookie", "access_token=" + token)));
  }

  @Test
  void refusesANewerTokenOfAnEndedSession() {
    var other = SERVER.client().signIn(String.valueOf(MEMBER.email()), Client.PASSWORD);
    var forger = new Forger(SERVER.bean(SigningKey.class), other);
    nobody
        .post("/auth/logout", Map.of("refresh_token", String.valueOf(other.refreshToken())))
        .expect(204);
    isRefusedAsNoTokenIs(shown("Bearer " + forger.genuine()));
  }

  private static String critical() {
    return FORGER.withHeader(
        header -> header.criticalParams(Set.of("extension")).customParam("extension", true));
  }

  private static String noJson() {
    var parts = FORGER.genuine().split("\\.", -1);
    return parts[0] + "." + Base64URL.encode("no JSON".getBytes(StandardCharsets.UTF_8)) + ".AAAA";
  }

  private static String long2000() {
    return "x".repeat(2_000);
  }

  private Response shown(String authorization) {
    return nobody.send("GET", "/account", null, Map.of("Authorization", authorization));
  }

  private static void isRefusedAsNoTokenIs(Response response) {
    response.expect(401);
    assertThat(response.bodyWithout("request_id"))
        .isEqualTo(WITHOUT_TOKEN.bodyWithout("request_id"));
    assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(response.headers().map().keySet()).isEqualTo(WITHOUT_TOKEN.headers().map().keySet());
  }
}
