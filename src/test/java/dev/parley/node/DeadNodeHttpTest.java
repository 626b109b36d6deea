package dev.parley.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import dev.parley.testing.TwoNodes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nodes that die, and such as are taken for dead and are not.
@Contract
class DeadNodeHttpTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int CONNECTIONS = 20;
  private static final TwoNodes NODES =
      TwoNodes.start("--parley.node.beat-every=200ms", "--parley.node.dead-after=8s");

  private final Client member = NODES.first().member();
  private final Client elsewhere = NODES.onSecond(member);
  private final GatedModel model = GatedModel.of(NODES.model(), 4);

  @AfterAll
  static void close() {
    NODES.close();
  }

  @Test
  void haveTheirAnswersMarkedInterruptedByAnother() {
    var dead = "node_dead";
    var conversation = member.conversation();
    var id = conversation.replace("conv", "msg");
    NODES.first().write("INSERT INTO nodes (id, beats, dead) VALUES (?, 7, FALSE)", dead);
    NODES
        .first()
        .write(
            """
        INSERT INTO messages
          (id, conversation_id, branch, depth, role, content, tokens, status, created_at, node_id)
        VALUES (?, ?, 0, 0, 'assistant', '', 0, 'in_progress', 1, ?)
        """,
            id,
            conversation,
            dead);
    NODES
        .first()
        .write(
            "INSERT INTO answer_parts (node_id, parts) VALUES (?, ?)",
            dead,
            "[{\"answer_id\":\"%s\",\"from\":0,\"text\":\"half\"}]".formatted(id));

    await()
        .atMost(SOON)
        .until(() -> elsewhere.get("/messages/" + id).text("status").equals("interrupted"));
    assertThat(elsewhere.get("/messages/" + id).text("content")).isEqualTo("half");
    await().atMost(SOON).until(() -> rows(NODES.first(), dead) == 0);
  }

  @Test
  void giveUpWhatOthersHaveClearedAway() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, model);
        var reader = elsewhere.resume(answer.id(), 0)) {
      model.release(2);
      answer.nextText(model.text(2).length());
      var before = NODES.first().bean(ThisNode.class).id();
      NODES.second().write("UPDATE nodes SET dead = TRUE WHERE id = ?", before);

      var end = answer.rest(model.text(2).length()).end();
      assertThat(end.name()).isEqualTo("message.failed");
      assertThat(end.json().path("code").stringValue()).isEqualTo("interrupted");
      assertThat(AnswerTranscript.resumedAt(0, reader.readToEnd(SOON)).end().name())
          .isEqualTo("message.failed");
      assertThat(NODES.first().bean(ThisNode.class).id()).isNotEqualTo(before);
    }
    // Under its new name it is heard, too.
    try (var next = OpenAnswer.of(member, model);
        var reader = elsewhere.resume(next.id(), 0)) {
      model.release(4);
      assertThat(AnswerTranscript.resumedAt(0, reader.readToEnd(SOON)).text())
          .isEqualTo(model.text());
    }
  }

  @Test
  void areNotThoseThatGoOnBeating() {
    var alive = NODES.first().bean(ThisNode.class).id();
    var beats = beats(alive);
    await().atMost(SOON).until(() -> beats(alive) > beats + 20);

    assertThat(NODES.second().bean(NodeRows.class).isAlive(alive)).isTrue();
    assertThat(NODES.first().bean(ThisNode.class).id()).isEqualTo(alive);
  }

  @Test
  void areNotThoseWhoseConnectionsAreAllInUse() throws SQLException {
    var alive = NODES.first().bean(ThisNode.class).id();
    var inUse = new ArrayList<Connection>();
    try {
      for (var n = 0; n < CONNECTIONS; n++) {
        inUse.add(NODES.first().bean(DataSource.class).getConnection());
      }
      var beats = beats(alive);
      await().atMost(SOON).until(() -> beats(alive) > beats + 20);
    } finally {
      for (var connection : inUse) {
        connection.close();
      }
    }
  }

  @Test
  void leaveNothingToBeMissedWhenTheyAreStopped() {
    var third = NODES.node("--parley.node.beat-every=200ms", "--parley.node.dead-after=1h");
    var id = third.bean(ThisNode.class).id();
    third.close();

    await().atMost(SOON).until(() -> rows(NODES.first(), id) == 0);
  }

  private static long beats(String id) {
    return NODES
        .second()
        .bean(JdbcClient.class)
        .sql("SELECT beats FROM nodes WHERE id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private static int rows(TestServer server, String id) {
    return server
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM nodes WHERE id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
