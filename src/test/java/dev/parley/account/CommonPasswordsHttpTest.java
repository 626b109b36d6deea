package dev.parley.account;

import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CommonPasswordsHttpTest {

  private static final TestServer PRODUCTION = TestServer.start("--parley.profile=production");

  @AfterAll
  static void close() {
    PRODUCTION.close();
  }

  @Test
  void areRefusedInProduction() {
    var email = UUID.randomUUID() + "@example.com";
    register(PRODUCTION, email, "Password1").expectInvalid("password");
    var other = UUID.randomUUID() + "@example.com";
    register(PRODUCTION, other, other).expectInvalid("password");
    register(PRODUCTION, email, "seventeen red kites").expect(201);
  }

  @Test
  void areTakenInDevelopment() {
    var email = UUID.randomUUID() + "@example.com";
    register(TestServer.shared(), email, "Password1").expect(201);
  }

  private static Response register(TestServer server, String email, String password) {
    return server.client().post("/auth/register", Map.of("email", email, "password", password));
  }
}
