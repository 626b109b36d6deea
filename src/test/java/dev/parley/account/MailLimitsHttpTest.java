package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.MailServer;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How often mail is sent to somebody, and for somebody.
class MailLimitsHttpTest {

  private final MailServer mail = MailServer.start();
  private TestServer server = mail.sender("--PARLEY_LIMIT_ACCOUNT_MAILS=2/1h");
  private final String email = UUID.randomUUID() + "@example.com";

  @AfterEach
  void close() {
    server.close();
    mail.close();
  }

  @Test
  void countMailsToAnAddressByWhateverCallAndWhoeverHasIt() {
    var body = Map.of("email", email, "password", Client.PASSWORD);
    var first = server.client().post("/auth/register", body).expect(202);
    assertThat(first.header("RateLimit")).startsWith("\"account-mails\";r=1;t=");
    post("/auth/password/forgot", email.toUpperCase(Locale.ROOT)).expect(202);
    post("/auth/verify-email/resend", email).expectProblem(429, "rate_limited");
    post("/auth/password/forgot", email).expectProblem(429, "rate_limited");
    server.client().post("/auth/register", body).expectProblem(429, "rate_limited");
    post("/auth/password/forgot", UUID.randomUUID() + "@example.com").expect(202);
  }

  @Test
  void countMailsAskedForFromAnAddress() {
    server.close();
    server = mail.sender("--PARLEY_LIMIT_ADDRESS_MAILS=2/1h");
    post("/auth/password/forgot", email).expect(202);
    post("/auth/verify-email/resend", email).expect(202);
    var other = UUID.randomUUID() + "@example.com";
    var refused = post("/auth/password/forgot", other).expectProblem(429, "rate_limited");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"address-mails\";q=2;w=3600");
  }

  @Test
  void countTokensThatComeFromAnAddress() {
    server.close();
    server = mail.sender("--PARLEY_LIMIT_ADDRESS_PROOFS=2/1h");
    var client = server.client();
    client.post("/auth/verify-email", "{'token':'a'}").expectProblem(400, "invalid_token");
    client.post("/auth/password/reset", "{'token':'a'}").expectProblem(400, "invalid_token");
    client.post("/auth/verify-email", "{'token':'a'}").expectProblem(429, "rate_limited");
  }

  private Response post(String call, String address) {
    return server.client().post(call, Map.of("email", address));
  }
}
