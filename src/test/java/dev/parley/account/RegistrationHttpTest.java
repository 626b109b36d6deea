package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Contract
class RegistrationHttpTest {

  private static final String PASSWORD = Client.PASSWORD;

  private final Client nobody = TestServer.shared().client();

  @Test
  void opensAnAccount() {
    var email = fresh();
    var account = register(email, PASSWORD).expect(201).body();
    assertThat(account.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "email",
            "name",
            "role",
            "created_at",
            "second_factor",
            "delete_conversations_after_days");
    assertThat(account.get("id").stringValue()).matches("user_[0-9a-z]{26}");
    assertThat(account.get("email").stringValue()).isEqualTo(email);
    assertThat(account.get("name").isNull()).isTrue();
    assertThat(account.get("role").stringValue()).isEqualTo("user");
    assertThat(Instant.parse(account.get("created_at").stringValue()))
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
  }

  @Test
  void writesAddressesInOneForm() {
    var name = UUID.randomUUID();
    var account = register("  Ada." + name + "@EXAMPLE.com ", PASSWORD).expect(201);
    assertThat(account.text("email")).isEqualTo("ada." + name + "@example.com");
  }

  @Test
  void refusesAnAddressThatIsTaken() {
    var email = fresh();
    register(email, PASSWORD).expect(201);
    register(email, "another password").expectProblem(409, "email_taken");
  }

  @Test
  void takesAnAddressForTheSameWhateverItsCase() {
    var email = fresh();
    register(email, PASSWORD).expect(201);
    register(email.replace('e', 'E'), PASSWORD).expectProblem(409, "email_taken");
  }

  @Test
  void opensOneAccountWhereManyAskForTheSameAddressAtOnce() throws InterruptedException {
    var email = fresh();
    var answers = Together.run(8, _ -> register(email, PASSWORD).status());
    assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
  }

  @Test
  void namesAllThatIsMissingAtOnce() {
    nobody.post("/auth/register", "{}").expectInvalid("email", "password");
    nobody
        .post("/auth/register", "{'email':null,'password':null}")
        .expectInvalid("email", "password");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 129, 1_000})
  void refusesAPasswordOfAnotherLength(int length) {
    register(fresh(), "x".repeat(length)).expectInvalid("password");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 128})
  void takesAPasswordOfEightTo128Characters(int length) {
    register(fresh(), "x".repeat(length)).expect(201);
  }

  @Test
  void countsTheCharactersThatPeopleSee() {
    register(fresh(), "😀".repeat(7)).expectInvalid("password");
    register(fresh(), "😀".repeat(128)).expect(201);
    register(fresh(), "😀".repeat(129)).expectInvalid("password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nobody",
        "@example.com",
        "ada@",
        "ada@@example.com",
        "ada@example..com",
        "ada lovelace@example.com",
        "ada@exam\nple.com",
        "ada\u0000@example.com",
        "ada\u202e@example.com",
        "ada\u00a0lovelace@example.com"
      })
  void refusesWhatIsNoAddress(String email) {
    register(email, PASSWORD).expectInvalid("email");
  }

  @Test
  void takesAnAddressOf254Characters() {
    var domain = ("." + "d".repeat(63)).repeat(3).substring(1);
    var local = UUID.randomUUID().toString() + "x".repeat(254 - 36 - 1 - domain.length());
    register(local + "@" + domain, PASSWORD).expect(201);
    register(local + "x@" + domain, PASSWORD).expectInvalid("email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "['a@example.com']", "{'a':1}"})
  void refusesAnAddressThatIsNoString(String value) {
    nobody
        .post("/auth/register", "{'email':%s,'password':'12345678'}".formatted(value))
        .expectInvalid("email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "true", "['12345678']", "{'a':1}"})
  void refusesAPasswordThatIsNoString(String value) {
    nobody
        .post("/auth/register", "{'email':'%s','password':%s}".formatted(fresh(), value))
        .expectInvalid("password");
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    var account =
        nobody
            .post(
                "/auth/register",
                Map.of(
                    "email",
                    fresh(),
                    "password",
                    PASSWORD,
                    "role",
                    "admin",
                    "id",
                    "user_mine",
                    "name",
                    "Root",
                    "created_at",
                    "2001-01-01T00:00:00Z"))
            .expect(201)
            .body();
    assertThat(account.get("role").stringValue()).isEqualTo("user");
    assertThat(account.get("id").stringValue()).isNotEqualTo("user_mine");
    assertThat(account.get("name").isNull()).isTrue();
    assertThat(account.get("created_at").stringValue()).doesNotStartWith("2001");
  }

  private static String fresh() {
    return UUID.randomUUID() + "@example.com";
  }

  private Response register(String email, String password) {
    return nobody.post("/auth/register", Map.of("email", email, "password", password));
  }
}
