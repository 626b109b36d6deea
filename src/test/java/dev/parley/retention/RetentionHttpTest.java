package dev.parley.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.MailServer;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Contract
class RetentionHttpTest {

  private final TestServer server = TestServer.start();
  private final Client client = server.client();
  private final Retention retention = server.bean(Retention.class);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void closesSessionsInWhichNothingHappens() {
    session();
    server.clock().advance(Duration.ofMinutes(20));
    session();
    server.clock().advance(Duration.ofMinutes(11));
    retention.run();
    assertThat(count("guest_sessions WHERE closed_at IS NOT NULL")).isEqualTo(1);
    assertThat(count("guest_sessions WHERE closed_at IS NULL")).isEqualTo(1);
  }

  @Test
  void deletesSessionsAfterHalfAYearWithAllThatHangsOnThem() {
    var old = session();
    chat(old);
    client.post("/feedback/", Map.of("session_id", old, "feedback", "Good")).expect(200);
    var claimed = session();
    chat(claimed);
    var member = server.member();
    member.post("/session/claim", Map.of("session_id", claimed)).expect(204);
    server.clock().advance(Duration.ofDays(182));
    retention.run();
    assertThat(count("guest_sessions")).isEqualTo(2);

    server.clock().advance(Duration.ofDays(2));
    chat(session());
    retention.run();
    assertThat(count("guest_sessions")).isEqualTo(1);
    assertThat(count("feedback")).isZero();
    assertThat(count("conversations WHERE kind = 'guest'")).isEqualTo(1);
    assertThat(count("conversations WHERE kind = 'chat'")).as("what was claimed").isEqualTo(1);
    assertThat(count("messages")).isEqualTo(4);
  }

  @Test
  void deletesAllHoweverManyThereAre() {
    for (var i = 0; i < 201; i++) {
      session();
    }
    server.clock().advance(Duration.ofDays(184));
    retention.run();
    assertThat(count("guest_sessions")).isZero();
  }

  @Test
  void deletesRegistrationsThatNobodyConfirmedAfterAWeek() {
    try (var mail = MailServer.start();
        var sender = mail.sender()) {
      var body = Map.of("email", "ada@example.com", "password", Client.PASSWORD);
      sender.client().post("/auth/register", body).expect(202);
      mail.next("ada@example.com");
      sender.clock().advance(Duration.ofDays(6));
      sender.bean(Retention.class).run();
      sender.client().post("/auth/login", body).expectProblem(403, "email_not_verified");

      sender.clock().advance(Duration.ofDays(2));
      sender.bean(Retention.class).run();
      sender.client().post("/auth/login", body).expectProblem(401, "invalid_credentials");
    }
  }

  @Test
  void deletesNothingInADryRun() {
    try (var dry = TestServer.start("--parley.retention.dry-run=true")) {
      var begun = dry.client().post("/session/initialize_session", "").expect(200);
      dry.clock().advance(Duration.ofDays(184));
      dry.bean(Retention.class).run();
      var sessions = dry.bean(JdbcClient.class).sql("SELECT COUNT(*) FROM guest_sessions");
      assertThat(sessions.query(Integer.class).single()).isEqualTo(1);
      assertThat(begun.text("session_id")).isNotEmpty();

      // But for what somebody deleted, and a crash broke off.
      var conversation = dry.member().conversation();
      dry.write("UPDATE conversations SET owner_id = ? WHERE id = ?", "gone_x", conversation);
      dry.bean(Retention.class).run();
      var conversations = dry.bean(JdbcClient.class).sql("SELECT COUNT(*) FROM conversations");
      assertThat(conversations.query(Integer.class).single()).isZero();
    }
  }

  @Test
  void deletesIdempotencyKeysAfterADay() {
    var member = server.member();
    var headers = Map.of("Idempotency-Key", "a-key");
    member.send("POST", "/conversations", "{}", headers).expect(201);
    server.clock().advance(Duration.ofHours(23));
    retention.run();
    assertThat(count("idempotency_keys")).isEqualTo(1);

    server.clock().advance(Duration.ofHours(2));
    retention.run();
    assertThat(count("idempotency_keys")).isZero();
    var again = member.signIn(String.valueOf(member.email()), Client.PASSWORD);
    var fresh = again.send("POST", "/conversations", "{}", headers).expect(201);
    assertThat(fresh.header("Idempotency-Replayed")).isEmpty();
  }

  private String session() {
    return client.post("/session/initialize_session", "").expect(200).text("session_id");
  }

  private void chat(String session) {
    client
        .post("/chat/", Map.of("session_id", session, "role", "user", "content", "Hello"))
        .expect(200);
  }

  private int count(String what) {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM " + what)
        .query(Integer.class)
        .single();
  }
}
