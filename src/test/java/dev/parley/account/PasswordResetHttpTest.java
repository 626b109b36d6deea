package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.MailServer;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PasswordResetHttpTest {

  private static final MailServer MAIL = MailServer.start();
  private static final TestServer SERVER = MAIL.sender();
  private static final String NEW = "nine brass kettles";

  private final Client nobody = SERVER.client();
  private final Client member = MAIL.member(SERVER);
  private final String email = String.valueOf(member.email());

  @AfterAll
  static void close() {
    SERVER.close();
    MAIL.close();
  }

  @Test
  void setsANewPassword() {
    forgot(email);
    var mail = MAIL.next(email);
    assertThat(mail.subject()).isEqualTo("Choose a new password for chat.example.com");
    assertThat(mail.page()).isEqualTo("https://chat.example.com/reset");
    reset(mail.token(), NEW).expect(204);
    nobody.signIn(email, NEW);
    logIn(email, Client.PASSWORD).expectProblem(401, "invalid_credentials");
  }

  @Test
  void endsEverySession() {
    var other = nobody.signIn(email, Client.PASSWORD);
    forgot(email);
    reset(MAIL.next(email).token(), NEW).expect(204);
    for (var session : new Client[] {member, other}) {
      session.get("/account").expectProblem(401, "unauthenticated");
      var token = Map.of("refresh_token", String.valueOf(session.refreshToken()));
      nobody.post("/auth/refresh", token).expectProblem(401, "invalid_refresh_token");
    }
  }

  @Keeps("link.once")
  @Test
  void takesATokenOnceHoweverManyShowItAtOnce() throws InterruptedException {
    forgot(email);
    var token = MAIL.next(email).token();
    var answers = Together.run(20, i -> reset(token, "password " + i).status());
    assertThat(answers).containsOnly(204, 400).containsOnlyOnce(204);
    nobody.signIn(email, "password " + answers.indexOf(204));
    reset(token, NEW).expectProblem(400, "invalid_token");
  }

  @Keeps("link.once")
  @Test
  void takesTheNewestTokenOnly() {
    forgot(email);
    var first = MAIL.next(email).token();
    forgot(email);
    var second = MAIL.next(email).token();
    reset(first, NEW).expectProblem(400, "invalid_token");
    reset(second, NEW).expect(204);
  }

  @Test
  void holdsNoMoreOnceThePasswordWasChanged() {
    forgot(email);
    var token = MAIL.next(email).token();
    var change = Map.of("current_password", Client.PASSWORD, "new_password", NEW);
    member.post("/account/password", change).expect(204);
    reset(token, "another brass kettle").expectProblem(400, "invalid_token");
  }

  @Test
  void keepsTheTokenWhereThePasswordWillNotDo() {
    forgot(email);
    var token = MAIL.next(email).token();
    reset(token, "short").expectInvalid("password");
    nobody.post("/auth/password/reset", Map.of("token", token)).expectInvalid("password");
    reset(token, NEW).expect(204);
  }

  @Keeps("address.told")
  @Test
  void answersTheSameForAnAddressThatNobodyHas() {
    var known = forgot(email);
    var unknown = forgot(fresh());
    assertThat(unknown.raw()).isEqualTo(known.raw());
    assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
  }

  @Test
  void sendsNothingToAnAddressThatNobodyHas() {
    var nobodys = fresh();
    forgot(nobodys);
    MailServer.awaitAllSent(SERVER);
    assertThat(MAIL.to(nobodys)).isEmpty();
  }

  @Test
  void sendsNothingToAnAccountThatIsSuspended() {
    var id = member.get("/account").expect(200).text("id");
    forgot(email);
    var token = MAIL.next(email).token();
    suspend(id);
    reset(token, NEW).expectProblem(400, "invalid_token");
    forgot(email);
    MailServer.awaitAllSent(SERVER);
    assertThat(MAIL.to(email)).hasSize(2);
  }

  @Test
  void opensAnAccountThatWasNeverVerified() {
    var fresh = fresh();
    nobody.post("/auth/register", Map.of("email", fresh, "password", Client.PASSWORD)).expect(202);
    MAIL.next(fresh);
    forgot(fresh);
    var mail = MAIL.next(fresh);
    assertThat(mail.subject()).startsWith("Choose a password");
    reset(mail.token(), NEW).expect(204);
    nobody.signIn(fresh, NEW);
    logIn(fresh, Client.PASSWORD).expectProblem(401, "invalid_credentials");
  }

  @Keeps("link.once")
  @Test
  void takesATokenForItsOwnPurposeOnly() {
    forgot(email);
    var token = MAIL.next(email).token();
    nobody.post("/auth/verify-email", Map.of("token", token)).expectProblem(400, "invalid_token");
    reset(token, NEW).expect(204);
  }

  private static String fresh() {
    return UUID.randomUUID() + "@example.com";
  }

  private void suspend(String id) {
    new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            _ ->
                SERVER
                    .bean(JdbcClient.class)
                    .sql("UPDATE users SET status = 'suspended' WHERE id = :id")
                    .param("id", id)
                    .update());
  }

  private Response forgot(String address) {
    return nobody.post("/auth/password/forgot", Map.of("email", address)).expect(202);
  }

  private Response reset(String token, String password) {
    return nobody.post("/auth/password/reset", Map.of("token", token, "password", password));
  }

  private Response logIn(String address, String password) {
    return nobody.post("/auth/login", Map.of("email", address, "password", password));
  }
}
