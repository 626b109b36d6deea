package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Contract
class LogInHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();

  private final Client nobody = SERVER.client();
  private final String email = String.valueOf(MEMBER.email());

  @Test
  void givesTokens() {
    var tokens = logIn(email, Client.PASSWORD).expect(200).body();
    assertThat(tokens.propertyNames())
        .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "refresh_token");
    assertThat(tokens.get("token_type").stringValue()).isEqualTo("bearer");
    assertThat(tokens.get("expires_in").intValue()).isEqualTo(900);
    var signedIn = nobody.withToken(tokens.get("access_token").stringValue());
    assertThat(signedIn.get("/account").expect(200).text("email")).isEqualTo(email);
  }

  @Test
  void takesTheAddressInAnyCase() {
    logIn(" " + email.replace('e', 'E') + " ", Client.PASSWORD).expect(200);
  }

  @Keeps("address.told")
  @Test
  void saysTheSameWhateverWasWrong() {
    var unknownAddress = logIn(UUID.randomUUID() + "@example.com", Client.PASSWORD);
    var wrongPassword = logIn(email, "wrong " + Client.PASSWORD);
    var noAddress = logIn("", Client.PASSWORD);
    var noPassword = logIn(email, "");
    unknownAddress.expectProblem(401, "invalid_credentials");
    assertThat(unknownAddress.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refusal(wrongPassword)).isEqualTo(refusal(unknownAddress));
    assertThat(refusal(noAddress)).isEqualTo(refusal(unknownAddress));
    assertThat(refusal(noPassword)).isEqualTo(refusal(unknownAddress));
    assertThat(wrongPassword.headers().map().keySet())
        .isEqualTo(unknownAddress.headers().map().keySet());
  }

  @Test
  void comparesWholePasswords() {
    var long128 = "x".repeat(127) + "y";
    var address = UUID.randomUUID() + "@example.com";
    nobody.post("/auth/register", credentials(address, long128)).expect(201);
    logIn(address, long128).expect(200);
    logIn(address, "x".repeat(127)).expectProblem(401, "invalid_credentials");
    logIn(address, "x".repeat(128)).expectProblem(401, "invalid_credentials");
    logIn(address, long128 + "y").expectProblem(401, "invalid_credentials");
  }

  @Test
  void comparesPasswordsAsTheyWereTyped() {
    var typed = " Пароль 😀\t<b>";
    var address = UUID.randomUUID() + "@example.com";
    nobody.post("/auth/register", credentials(address, typed)).expect(201);
    logIn(address, typed).expect(200);
    logIn(address, typed.strip()).expectProblem(401, "invalid_credentials");
  }

  @Test
  void namesAllThatIsMissingAtOnce() {
    nobody.post("/auth/login", "{}").expectInvalid("email", "password");
    nobody.post("/auth/login", "{'email':'a@example.com'}").expectInvalid("password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "false", "['x']", "{}"})
  void refusesWhatIsNoString(String value) {
    nobody
        .post("/auth/login", "{'email':'a@example.com','password':%s}".formatted(value))
        .expectInvalid("password");
    nobody
        .post("/auth/login", "{'email':%s,'password':'12345678'}".formatted(value))
        .expectInvalid("email");
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    nobody
        .post(
            "/auth/login", Map.of("email", email, "password", Client.PASSWORD, "remember_me", true))
        .expect(200);
  }

  private Response logIn(String address, String password) {
    return nobody.post("/auth/login", credentials(address, password));
  }

  private static Map<String, String> credentials(String address, String password) {
    return Map.of("email", address, "password", password);
  }

  private static Object refusal(Response response) {
    return response.expect(401).bodyWithout("request_id");
  }
}
