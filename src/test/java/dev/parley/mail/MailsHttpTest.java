package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import dev.parley.testing.MailServer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a mail is like, and what the log says of it.
class MailsHttpTest {

  private static final String SMTP_PASSWORD = "planted-in-the-settings";
  private static final MailServer MAIL = MailServer.start("parley", SMTP_PASSWORD);
  private static final TestServer SERVER = server();

  private final String email = UUID.randomUUID() + "@example.com";

  @AfterAll
  static void close() {
    SERVER.close();
    MAIL.close();
  }

  @Test
  void saysThatAMachineWroteIt() {
    register(Map.of());
    var mail = MAIL.next(email);
    assertThat(mail.header("From")).isEqualTo("Parley <parley@example.com>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("Message-ID")).matches("<mail_[0-9a-z]{26}\\.1@example\\.com>");
    assertThat(mail.header("Date")).isNotNull();
  }

  @Keeps("host.links")
  @Test
  void leadsToThePublicAddressWhateverTheRequestSays() {
    register(
        Map.of(
            "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Proto", "http",
            "Forwarded", "host=evil.example",
            "Origin", "https://evil.example"));
    var mail = MAIL.next(email);
    assertThat(mail.page()).isEqualTo("https://chat.example.com/verify");
    assertThat(mail.text() + mail.html()).doesNotContain("evil", "127.0.0.1");
  }

  @Keeps("mail.secret")
  @Test
  void leavesNoTokenNoPasswordAndNoAddressInTheLog() throws IOException {
    register(Map.of());
    var verification = MAIL.next(email).token();
    SERVER.client().post("/auth/verify-email", Map.of("token", verification)).expect(204);
    SERVER.client().post("/auth/password/forgot", Map.of("email", email)).expect(202);
    var mail = MAIL.next(email);
    var reset = mail.token();
    SERVER
        .client()
        .post("/auth/password/reset", Map.of("token", reset, "password", "planted-in-a-reset"))
        .expect(204);
    var id = mail.header("Message-ID").replaceAll("<(\\w+)\\..*", "$1");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Files.readString(TestServer.LOG))
                    .contains("Mail " + id + " (reset) was sent"));
    assertThat(ours())
        .noneMatch(
            line ->
                Stream.of(verification, reset, "#token=", email, "planted-in-a-re", SMTP_PASSWORD)
                    .anyMatch(line::contains));
  }

  /// The lines that are not of the mail server that the test brings, which shares the log.
  private static List<String> ours() throws IOException {
    return Files.readAllLines(TestServer.LOG).stream()
        .filter(line -> !line.contains(" UserManager "))
        .toList();
  }

  private static TestServer server() {
    return TestServer.start(MAIL.settings("parley:" + SMTP_PASSWORD).toArray(String[]::new));
  }

  private void register(Map<String, String> headers) {
    var body = "{\"email\":\"%s\",\"password\":\"planted-in-a-registration\"}".formatted(email);
    SERVER.client().send("POST", "/auth/register", body, headers).expect(202);
  }
}
