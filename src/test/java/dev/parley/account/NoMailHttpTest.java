package dev.parley.account;

import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is done by mail, where there is none.
class NoMailHttpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/verify-email",
        "/auth/verify-email/resend",
        "/auth/password/forgot",
        "/auth/password/reset"
      })
  void isNotDone(String call) {
    var body = Map.of("email", "ada@example.com", "token", "abc", "password", "long enough");
    TestServer.shared().client().post(call, body).expectProblem(503, "mail_not_configured");
    TestServer.shared().client().post(call, "{}").expectProblem(503, "mail_not_configured");
  }
}
