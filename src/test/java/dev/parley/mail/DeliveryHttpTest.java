package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.Client;
import dev.parley.testing.FakeSmtp;
import dev.parley.testing.Keeps;
import dev.parley.testing.MailServer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How mail gets from the outbox to the mail server.
class DeliveryHttpTest {

  private final String email = UUID.randomUUID() + "@example.com";

  @Keeps("mail.waits")
  @Test
  void sendsWhatWaitedOnceTheMailServerIsBack() {
    try (var mail = MailServer.start();
        var server = mail.sender()) {
      mail.goDown();
      register(server);
      var failed = "SELECT COUNT(*) FROM outbox WHERE attempts = 1 AND due_at < created_at + 60000";
      Awaitility.await().until(() -> number(server, failed) == 1);
      server.clock().advance(Duration.ofHours(30));

      mail.comeBack();
      var token = mail.next(email).token();
      server.client().post("/auth/verify-email", Map.of("token", token)).expect(204);
      MailServer.awaitAllSent(server);
    }
  }

  @Test
  void givesUpAfterThreeDays() {
    try (var mail = MailServer.start();
        var server = mail.sender()) {
      mail.goDown();
      register(server);
      Awaitility.await().until(() -> attempts(server) == 1);
      server.clock().advance(Duration.ofDays(2));
      Awaitility.await().until(() -> attempts(server) == 2);
      server.clock().advance(Duration.ofDays(1));
      MailServer.awaitAllSent(server);
    }
  }

  @Keeps("mail.waits")
  @Test
  @Timeout(15)
  void keepsNobodyWaitingForAMailServerThatSaysNothing() throws IOException {
    try (var smtp = FakeSmtp.start(Map.of("HELLO", FakeSmtp.SILENCE));
        var server = sender(smtp)) {
      for (var i = 0; i < 4; i++) {
        register(server, i + email);
      }
      Awaitility.await().until(() -> smtp.connections() == 4);
      server.client().post("/session/initialize_session", "").expect(200);
      register(server);
      Awaitility.await().until(() -> smtp.connections() == 5);
    }
  }

  @Test
  void givesUpAtOnceWhereThereIsNoSuchRecipient() throws IOException {
    try (var smtp = FakeSmtp.start(Map.of("RCPT", "550 5.1.1 Nobody here"));
        var server = sender(smtp)) {
      register(server);
      MailServer.awaitAllSent(server);
    }
  }

  @Test
  void triesAgainWhereTheMailServerWillNotDoItNow() throws IOException {
    try (var smtp = FakeSmtp.start(Map.of("RCPT", "450 4.2.1 Come back later"));
        var server = sender(smtp)) {
      register(server);
      for (var attempt = 1; attempt < 4; attempt++) {
        var times = attempt;
        Awaitility.await().until(() -> attempts(server) == times);
        server.clock().advance(Duration.ofHours(1));
      }
    }
  }

  @Test
  void sendsNothingThatWasNotCommitted() {
    try (var mail = MailServer.start();
        var server = mail.sender()) {
      var transactions = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
      assertThatThrownBy(
              () ->
                  transactions.executeWithoutResult(
                      _ -> {
                        server.bean(Outbox.class).put("reset", email);
                        throw new IllegalStateException("broken off");
                      }))
          .hasMessage("broken off");
      assertThat(waiting(server)).isZero();
      assertThatThrownBy(() -> server.bean(Outbox.class).put("reset", email))
          .isInstanceOf(IllegalTransactionStateException.class);
    }
  }

  @Test
  void sendsOneMailHoweverOftenItIsAskedForWhileItWaits() {
    try (var mail = MailServer.start();
        var server = mail.sender()) {
      mail.goDown();
      for (var i = 0; i < 3; i++) {
        register(server);
      }
      assertThat(waiting(server)).isEqualTo(1);
      mail.comeBack();
      server.clock().advance(Duration.ofMinutes(30));
      MailServer.awaitAllSent(server);
      assertThat(mail.to(email)).hasSize(1);
    }
  }

  @Test
  void signsInToTheMailServer() {
    try (var mail = MailServer.start("parley@example.com", "p@ss:word/+");
        var server =
            TestServer.start(
                mail.settings("parley%40example.com:p%40ss%3Aword%2F+").toArray(String[]::new))) {
      register(server);
      assertThat(mail.next(email).header("From")).isEqualTo("Parley <parley@example.com>");
    }
  }

  @Test
  void sendsNothingToAMailServerWhoseCertificateNobodyVouchesFor() {
    try (var mail = MailServer.startWithAForgedCertificate();
        var server = mail.sender()) {
      register(server);
      // The mail server's own thread may fail where we hang up on it.
      Awaitility.await().dontCatchUncaughtExceptions().until(() -> attempts(server) == 1);
      assertThat(mail.all()).isEmpty();
    }
  }

  @Test
  void sendsNothingInTheClearWhereItIsToBeEncrypted() {
    try (var mail = MailServer.start();
        var server =
            TestServer.start(
                "--parley.mail.smtp-url=smtp://127.0.0.1:%d?starttls".formatted(mail.port()),
                "--parley.mail.from=parley@example.com",
                "--parley.mail.public-url=https://chat.example.com")) {
      register(server);
      Awaitility.await().until(() -> attempts(server) == 1);
      assertThat(mail.all()).isEmpty();
    }
  }

  private static TestServer sender(FakeSmtp smtp) {
    return TestServer.start(
        "--parley.mail.smtp-url=" + smtp.url(),
        "--parley.mail.from=parley@example.com",
        "--parley.mail.public-url=https://chat.example.com");
  }

  private void register(TestServer server) {
    register(server, email);
  }

  private static void register(TestServer server, String address) {
    server
        .client()
        .post("/auth/register", Map.of("email", address, "password", Client.PASSWORD))
        .expect(202);
  }

  /// How often the one mail that waits has been tried.
  private static int attempts(TestServer server) {
    return number(server, "SELECT MAX(attempts) FROM outbox");
  }

  private static int waiting(TestServer server) {
    return number(server, "SELECT COUNT(*) FROM outbox");
  }

  private static int number(TestServer server, String sql) {
    return server.bean(JdbcClient.class).sql(sql).query(Integer.class).single();
  }
}
