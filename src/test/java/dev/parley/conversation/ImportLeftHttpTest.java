package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports that a server left half done when it died.
class ImportLeftHttpTest {

  private final TestServer server = TestServer.start();
  private final Client member = server.member();
  private final String account = member.get("/account").expect(200).text("id");
  private final Imports imports = server.bean(Imports.class);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void showNothingBeforeAllIsThere() {
    var ongoing = stored();

    assertThat(member.get("/conversations").body().get("data")).isEmpty();
    assertThat(member.get("/conversations?q=Why").body().get("data")).isEmpty();
    assertThat(member.get("/account/export").body().get("conversations")).isEmpty();
    imports.tidy();
    assertThat(count("messages")).as("it may be going on").isEqualTo(ongoing.messages());
  }

  @Test
  void areDeletedOnceNothingMoreCame() {
    stored();
    server.clock().advance(Duration.ofMinutes(11));
    imports.tidy();

    assertThat(count("messages")).isZero();
    assertThat(count("conversations")).isZero();
    assertThat(count("imports")).isZero();
  }

  @Test
  void areFinishedWhereAllWasThere() {
    var ongoing = stored();
    write("UPDATE imports SET whole_at = 1 WHERE id = '%s'".formatted(ongoing.id()));
    server.clock().advance(Duration.ofMinutes(11));
    imports.tidy();

    assertThat(member.get("/conversations?q=Why").body().get("data")).hasSize(3);
    assertThat(count("imports")).isZero();
  }

  @Test
  void goWithTheirAccount() {
    stored();
    write("DELETE FROM users WHERE id = '%s'".formatted(account));

    assertThat(count("messages")).isZero();
    assertThat(count("imports")).isZero();
  }

  private Import stored() {
    var ongoing = imports.begin(account);
    for (var n = 0; n < 3; n++) {
      ongoing.begin();
      ongoing.add(question(), "here");
      ongoing.end(transcript(), "here");
    }
    ongoing.flush();
    return ongoing;
  }

  private static TranscriptMessage question() {
    return new TranscriptMessage(
        0,
        "q",
        null,
        "user",
        "Why?",
        "completed",
        null,
        null,
        null,
        Instant.EPOCH,
        List.of(),
        null,
        null);
  }

  private static Transcript transcript() {
    return new Transcript(
        0,
        "",
        "chat",
        null,
        "say-3-0",
        null,
        false,
        1,
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        Map.of());
  }

  private void write(String sql) {
    new TransactionTemplate(server.bean(PlatformTransactionManager.class))
        .executeWithoutResult(_ -> server.bean(JdbcClient.class).sql(sql).update());
  }

  private int count(String table) {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM " + table)
        .query(Integer.class)
        .single();
  }
}
