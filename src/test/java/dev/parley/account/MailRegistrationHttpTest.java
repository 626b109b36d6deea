package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.MailServer;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Registering where addresses are proved by mail.
class MailRegistrationHttpTest {

  private static final MailServer MAIL = MailServer.start();
  private static final TestServer SERVER = MAIL.sender();
  private static final String PASSWORD = Client.PASSWORD;

  private final Client nobody = SERVER.client();
  private final String email = UUID.randomUUID() + "@example.com";

  @AfterAll
  static void close() {
    SERVER.close();
    MAIL.close();
  }

  @Test
  void opensTheAccountOnceTheLinkIsOpened() {
    register(email, PASSWORD);
    logIn(PASSWORD).expectProblem(403, "email_not_verified");

    var mail = MAIL.next(email);
    assertThat(mail.subject()).isEqualTo("Confirm your address for chat.example.com");
    assertThat(mail.page()).isEqualTo("https://chat.example.com/verify");
    assertThat(mail.html()).contains(mail.page() + "#token=" + mail.token());
    verify(mail.token()).expect(204);
    var member = nobody.signIn(email, PASSWORD);
    assertThat(member.get("/account").expect(200).text("email")).isEqualTo(email);
  }

  @Keeps("address.told")
  @Test
  void answersTheSameWhateverTheAddressIs() {
    var free = register(email, PASSWORD);
    verify(MAIL.next(email).token()).expect(204);
    var taken = register(email, "another password");
    var again = register(email, "a third password");
    assertThat(taken.raw()).isEqualTo(free.raw()).isEqualTo(again.raw());
    assertThat(taken.headers().map().keySet()).isEqualTo(free.headers().map().keySet());
  }

  @Test
  void tellsTheOwnerOnceADayThatSomebodyTriedToRegister() {
    var owner = verified();
    register(email, "a stranger's password");
    var notice = MAIL.next(email);
    assertThat(notice.subject()).isEqualTo("Your account at chat.example.com");
    assertThat(notice.hasLink()).isFalse();

    register(email, "a stranger's other password");
    MailServer.awaitAllSent(SERVER);
    assertThat(MAIL.to(email)).as("the verification and one notice").hasSize(2);
    owner.get("/account").expect(200);
    nobody.signIn(email, PASSWORD);
  }

  @Test
  void tellsWhoRegisteredNothingAboutTheAccountThatIsThere() {
    verified();
    register(email, "a stranger's password");
    var taken = logIn("a stranger's password").expectProblem(403, "email_not_verified");
    var free = UUID.randomUUID() + "@example.com";
    register(free, "a stranger's password");
    var pending = nobody.post("/auth/login", credentials(free, "a stranger's password"));
    assertThat(taken.bodyWithout("request_id")).isEqualTo(pending.bodyWithout("request_id"));
  }

  @Test
  void saysThatTheAddressIsUnverifiedAfterTheRightPasswordOnly() {
    register(email, PASSWORD);
    logIn("not " + PASSWORD).expectProblem(401, "invalid_credentials");
    logIn(PASSWORD).expectProblem(403, "email_not_verified");
  }

  @Test
  void sendsTheMailAgain() {
    register(email, PASSWORD);
    var first = MAIL.next(email).token();
    resend(email).expect(202);
    var second = MAIL.next(email).token();
    verify(first).expectProblem(400, "invalid_token");
    verify(second).expect(204);
    nobody.signIn(email, PASSWORD);
  }

  @Test
  void registersTheSameAgainWithTheSamePassword() {
    register(email, PASSWORD);
    MAIL.next(email);
    register(email, PASSWORD);
    var mail = MAIL.next(email);
    assertThat(mail.page()).endsWith("/verify");
    verify(mail.token()).expect(204);
    nobody.signIn(email, PASSWORD);
  }

  @Test
  void hasWhoReadsTheMailChooseWhereThereWereTwoPasswords() {
    register(email, "a stranger's password");
    var strangers = MAIL.next(email).token();
    register(email, PASSWORD);
    var mail = MAIL.next(email);
    assertThat(mail.subject()).isEqualTo("Choose a password for chat.example.com");
    assertThat(mail.page()).isEqualTo("https://chat.example.com/reset");
    verify(strangers).expectProblem(400, "invalid_token");

    nobody
        .post("/auth/password/reset", Map.of("token", mail.token(), "password", "chosen by mail"))
        .expect(204);
    nobody.signIn(email, "chosen by mail");
    logIn("a stranger's password").expectProblem(401, "invalid_credentials");
    logIn(PASSWORD).expectProblem(401, "invalid_credentials");
  }

  @Test
  void registersOnceWithOneKey() {
    var headers = Map.of("Idempotency-Key", email);
    var body =
        """
        {"email":"%s","password":"%s"}"""
            .formatted(email, PASSWORD);
    var first = nobody.send("POST", "/auth/register", body, headers).expect(202);
    MAIL.next(email);
    var second = nobody.send("POST", "/auth/register", body, headers).expect(202);
    assertThat(second.raw()).isEqualTo(first.raw());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    MailServer.awaitAllSent(SERVER);
    assertThat(MAIL.to(email)).hasSize(1);
  }

  @Test
  void refusesWhatIsNoAddress() {
    resend("nobody").expectInvalid("email");
    nobody.post("/auth/verify-email/resend", "{}").expectInvalid("email");
    nobody.post("/auth/verify-email/resend", "{'email':7}").expectInvalid("email");
  }

  private Client verified() {
    register(email, PASSWORD);
    verify(MAIL.next(email).token()).expect(204);
    return nobody.signIn(email, PASSWORD);
  }

  private Response register(String address, String password) {
    return nobody.post("/auth/register", credentials(address, password)).expect(202);
  }

  private Response logIn(String password) {
    return nobody.post("/auth/login", credentials(email, password));
  }

  private Response verify(String token) {
    return nobody.post("/auth/verify-email", Map.of("token", token));
  }

  private Response resend(String address) {
    return nobody.post("/auth/verify-email/resend", Map.of("email", address));
  }

  private static Map<String, String> credentials(String address, String password) {
    return Map.of("email", address, "password", password);
  }
}
