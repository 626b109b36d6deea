package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.Statements;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Why nobody can tell by the time whether an address has an account: the server does the same work
/// in the same order. How long that takes is measured by [Timing].
class SameWorkHttpTest {

  private static final TestServer SERVER = TestServer.start();
  private static final String KNOWN = String.valueOf(SERVER.member().email());

  private record Work(List<String> statements, long hashed) {}

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Keeps("address.work")
  @Test
  void isDoneToLogInWhetherThereIsAnAccountOrNot() {
    var unknown = work(() -> logIn(UUID.randomUUID() + "@example.com"));

    assertThat(work(() -> logIn(KNOWN))).isEqualTo(unknown);
    assertThat(unknown.hashed).isEqualTo(1);
    assertThat(unknown.statements).isNotEmpty();
  }

  private static void logIn(String address) {
    SERVER
        .client()
        .post("/auth/login", Map.of("email", address, "password", "not " + Client.PASSWORD))
        .expectProblem(401, "invalid_credentials");
  }

  private static Work work(Runnable call) {
    var passwords = SERVER.bean(Passwords.class);
    var before = passwords.hashed();
    var statements = Statements.during(call);
    // The thread that hashes counts once it has handed over.
    while (passwords.hashed() == before) {
      Thread.onSpinWait();
    }
    return new Work(statements, passwords.hashed() - before);
  }
}
