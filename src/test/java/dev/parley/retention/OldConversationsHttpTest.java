package dev.parley.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Conversations that accounts, or the server, do not want to keep for ever.
@Contract
class OldConversationsHttpTest {

  private final TestServer server = TestServer.start();
  private final Retention retention = server.bean(Retention.class);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void areDeletedOnceNothingHasHappenedInThemForAsLongAsTheAccountSays() {
    var member = server.member();
    member.patch("/account", "{'delete_conversations_after_days':30}").expect(200);
    var old = talk(member);
    var other = talk(server.member());
    server.clock().advance(Duration.ofDays(20));
    var young = talk(member.signInAgain());
    server.clock().advance(Duration.ofDays(11));
    retention.run();

    var later = member.signInAgain();
    later.get("/conversations/" + old).expectProblem(404, "not_found");
    later.get("/conversations/" + young).expect(200);
    assertThat(count("conversations")).isEqualTo(2);
    assertThat(count("messages")).isEqualTo(4);
    assertThat(other).isNotEqualTo(old);
    assertThat(receipts()).isEqualTo(1);
  }

  @Test
  void areKeptForEverUnlessSomebodySaysOtherwise() {
    var member = server.member();
    talk(member);
    member.patch("/account", "{'delete_conversations_after_days':1}").expect(200);
    var forEver = member.patch("/account", "{'delete_conversations_after_days':null}").expect(200);
    assertThat(forEver.body().path("delete_conversations_after_days").isNull()).isTrue();
    server.clock().advance(Duration.ofDays(10_000));
    retention.run();
    assertThat(count("conversations")).isEqualTo(1);
  }

  @Test
  void areDeletedHoweverManyMessagesTheyHave() {
    var member = server.member();
    member.patch("/account", "{'delete_conversations_after_days':1}").expect(200);
    var talk = talk(member);
    for (var i = 0; i < 120; i++) {
      member.ask(talk, "say-1-0", "More").expect(200);
    }
    server.clock().advance(Duration.ofDays(2));
    retention.run();
    assertThat(count("conversations")).isZero();
    assertThat(count("messages")).isZero();
  }

  @Test
  void areDeletedAfterWhatTheServerSaysWhereThatIsLess() {
    try (var strict = TestServer.start("--parley.keep.conversations=10d")) {
      var member = strict.member();
      talk(member);
      member.patch("/account", "{'delete_conversations_after_days':30}").expect(200);
      talk(strict.member());
      strict.clock().advance(Duration.ofDays(11));
      assertThat(due(strict.admin().get("/admin/retention?dry_run=true").expect(200).body()))
          .isEqualTo(2);
      strict.bean(Retention.class).run();
      assertThat(due(strict.admin().get("/admin/retention?dry_run=true").expect(200).body()))
          .isZero();
    }
  }

  @Test
  void takeANumberOfDaysAlone() {
    var member = server.member();
    for (var days : new String[] {"0", "-1", "36501", "1.5", "'30'", "true"}) {
      member
          .patch("/account", "{'delete_conversations_after_days':%s}".formatted(days))
          .expectInvalid("delete_conversations_after_days");
    }
  }

  private static String talk(Client member) {
    var conversation = member.conversation();
    member.ask(conversation, "say-1-0", "Hello").expect(200);
    return conversation;
  }

  private static int due(JsonNode outlook) {
    return outlook
        .path("rules")
        .valueStream()
        .filter(rule -> "conversations".equals(rule.path("rule").stringValue()))
        .mapToInt(rule -> rule.path("due").intValue())
        .sum();
  }

  private int receipts() {
    return count("audit_events WHERE kind = 'retention_deleted' AND subject = 'conversations'");
  }

  private int count(String what) {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM " + what)
        .query(Integer.class)
        .single();
  }
}
