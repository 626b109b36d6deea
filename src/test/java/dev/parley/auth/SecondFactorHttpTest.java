package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.factor.Authenticator;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@Contract
class SecondFactorHttpTest {

  private static final TestServer SERVER = TestServer.start();
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final String PATH = "/account/second-factor";

  private final Client member = SERVER.member();
  private final String email = String.valueOf(member.email());
  private final Client nobody = SERVER.client();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void givesAKeyThatAppsRead() {
    var key = begin().body();
    assertThat(key.propertyNames()).containsExactlyInAnyOrder("secret", "otpauth_uri");
    var secret = key.get("secret").stringValue();
    assertThat(secret).matches("[A-Z2-7]{32}");
    assertThat(key.get("otpauth_uri").stringValue())
        .startsWith("otpauth://totp/Parley:" + email.replace("@", "%40") + "?secret=" + secret);
  }

  @Test
  void wantsThePasswordBeforeAnythingElse() {
    member.post(PATH, "{}").expectInvalid("password");
    member.post(PATH, "{'password':'wrong'}").expectProblem(403, "wrong_password");
    member.post(PATH + "/confirm", "{'code':'123456'}").expectProblem(409, "second_factor_off");
    logIn(null).expect(200);
  }

  @Test
  void isOnOnlyOnceAFirstCodeHasShownThatTheKeyArrived() {
    var app = app(begin());
    logIn(null).expect(200);
    assertThat(isOn()).isFalse();
    confirm("000000").expectProblem(403, "wrong_code");
    logIn(null).expect(200);
    var codes = codes(confirm(app.code()).expect(200));
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"));
    logIn(null).expectProblem(401, "second_factor_required");
    assertThat(isOn()).isTrue();
  }

  @Test
  void isAskedForOnlyAfterTheRightPassword() {
    switchOn();
    var wrong = Map.of("email", email, "password", "wrong", "code", "123456");
    nobody.post("/auth/login", wrong).expectProblem(401, "invalid_credentials");
    nobody
        .post("/auth/login", Map.of("email", email, "password", "wrong"))
        .expectProblem(401, "invalid_credentials");
    var required = logIn(null).expectProblem(401, "second_factor_required");
    assertThat(required.header("WWW-Authenticate")).isEqualTo("Bearer");
    logIn("").expectProblem(401, "second_factor_required");
  }

  @Test
  void takesEveryCodeOnce() {
    var app = switchOn();
    logIn(app.code()).expectProblem(401, "invalid_credentials");
    SERVER.clock().advance(STEP);
    var code = app.code();
    logIn(code.substring(0, 3) + " " + code.substring(3)).expect(200);
    logIn(code).expectProblem(401, "invalid_credentials");
    logIn(app.codeBefore()).expectProblem(401, "invalid_credentials");
    SERVER.clock().advance(STEP);
    logIn(app.code()).expect(200);
  }

  @Test
  void takesACodeOnceHoweverManyComeWithItAtOnce() throws InterruptedException {
    var app = switchOn();
    SERVER.clock().advance(STEP);
    var code = app.code();
    var statuses = Together.run(20, _ -> logIn(code).status());
    assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
  }

  @Test
  void takesEachRecoveryCodeOnce() throws InterruptedException {
    var codes = codes(confirm(app(begin()).code()).expect(200));
    logIn(codes.get(0)).expect(200);
    logIn(codes.get(0)).expectProblem(401, "invalid_credentials");
    logIn(" " + codes.get(1).replace("-", "").toUpperCase(Locale.ROOT)).expect(200);
    var statuses = Together.run(20, _ -> logIn(codes.get(2)).status());
    assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
  }

  @Test
  void isSwitchedOffWithACode() {
    var app = app(begin());
    var codes = codes(confirm(app.code()).expect(200));
    switchOff(app.code()).expectProblem(403, "wrong_code");
    switchOff("x".repeat(1_000)).expectProblem(403, "wrong_code");
    logIn(null).expectProblem(401, "second_factor_required");
    switchOff(codes.get(9)).expect(204);
    logIn(null).expect(200);
    switchOff(codes.get(8)).expectProblem(409, "second_factor_off");
    var again = switchOn();
    SERVER.clock().advance(STEP);
    switchOff(again.code()).expect(204);
  }

  @Test
  void isNotBegunAnewWhileItIsOn() {
    var app = switchOn();
    member.post(PATH, Map.of("password", Client.PASSWORD)).expectProblem(409, "second_factor_on");
    SERVER.clock().advance(STEP);
    confirm(app.code()).expectProblem(409, "second_factor_on");
    logIn(app.code()).expect(200);
  }

  @Test
  void forgetsAKeyThatWasBegunAndNotConfirmed() {
    var first = app(begin());
    var second = app(begin());
    confirm(first.code()).expectProblem(403, "wrong_code");
    confirm(second.code()).expect(200);
  }

  @Test
  void storesNeitherTheKeyNorACodeAsTheyAre() {
    var app = app(begin());
    var codes = codes(confirm(app.code()).expect(200));
    var jdbc = SERVER.bean(JdbcClient.class);
    var stored = jdbc.sql("SELECT secret FROM second_factors").query(String.class).list();
    stored.addAll(jdbc.sql("SELECT code_hash FROM recovery_codes").query(String.class).list());
    assertThat(stored)
        .noneMatch(text -> text.contains(app.secret()))
        .noneMatch(text -> codes.stream().anyMatch(text::contains));
  }

  @Test
  void namesWhatIsMissing() {
    member.post(PATH + "/confirm", "{}").expectInvalid("code");
    member.send("DELETE", PATH, "{}", Map.of()).expectInvalid("code");
    member.post(PATH + "/confirm", "{'code':123456}").expectInvalid("code");
    member.post(PATH, "{'password':'x','role':'admin'}").expectInvalid("role");
  }

  private Authenticator switchOn() {
    var app = app(begin());
    confirm(app.code()).expect(200);
    return app;
  }

  private static Authenticator app(Response begun) {
    return Authenticator.of(begun, SERVER);
  }

  private Response begin() {
    return member.post(PATH, Map.of("password", Client.PASSWORD)).expect(200);
  }

  private boolean isOn() {
    return member.get("/account").expect(200).body().get("second_factor").booleanValue();
  }

  private Response confirm(String code) {
    return member.post(PATH + "/confirm", Map.of("code", code));
  }

  private Response switchOff(String code) {
    return member.send("DELETE", PATH, "{\"code\":\"%s\"}".formatted(code), Map.of());
  }

  private Response logIn(@Nullable String code) {
    var body = new HashMap<>(Map.of("email", email, "password", Client.PASSWORD));
    if (code != null) {
      body.put("code", code);
    }
    return nobody.post("/auth/login", body);
  }

  private static List<String> codes(Response answer) {
    return answer.body().get("recovery_codes").valueStream().map(JsonNode::stringValue).toList();
  }
}
