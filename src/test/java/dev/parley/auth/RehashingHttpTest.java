package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RehashingHttpTest {

  private static final String TODAYS = "$argon2id$v=19$m=19456,t=2,p=1$";
  private static final String WEAK =
      String.valueOf(new Argon2PasswordEncoder(16, 32, 1, 1_024, 1).encode(Client.PASSWORD));

  private final TestServer server = TestServer.shared();
  private final JdbcClient jdbc = server.bean(JdbcClient.class);
  private final Client member = server.member();
  private final String email = String.valueOf(member.email());

  @Test
  void storesTheParametersInTheHash() {
    assertThat(storedHash()).startsWith(TODAYS);
  }

  @Test
  void leavesAHashThatIsStrongEnough() {
    var before = storedHash();
    server.client().signIn(email, Client.PASSWORD);
    assertThat(storedHash()).isEqualTo(before);
  }

  @Test
  void hashesAgainAtTheLogInWhereTheParametersWereWeaker() {
    store(WEAK);
    server.client().signIn(email, Client.PASSWORD);
    assertThat(storedHash()).startsWith(TODAYS);
    server.client().signIn(email, Client.PASSWORD);
  }

  @Test
  void leavesTheHashWhereThePasswordIsWrong() {
    store(WEAK);
    server
        .client()
        .post("/auth/login", Map.of("email", email, "password", "not " + Client.PASSWORD))
        .expectProblem(401, "invalid_credentials");
    assertThat(storedHash()).isEqualTo(WEAK);
  }

  private String storedHash() {
    return jdbc.sql("SELECT password_hash FROM users WHERE email = :email")
        .param("email", email)
        .query(String.class)
        .single();
  }

  private void store(String hash) {
    new TransactionTemplate(server.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            _ ->
                jdbc.sql("UPDATE users SET password_hash = :hash WHERE email = :email")
                    .param("hash", hash)
                    .param("email", email)
                    .update());
  }
}
