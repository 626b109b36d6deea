package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Statements;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A conversation that has much in the text index, wherever it is deleted.
@Contract
class FewRowsHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final int FEW = 100;
  private static final int BLOCKS = 256;

  /// These go with the conversation.
  private static final int ALONG = 4;

  private final Client member = SERVER.member();
  private final String conversation = member.conversation();

  @Test
  void goesAFewRowsAtATime() {
    insertBlocks();
    assertThat(deletions(() -> member.delete("/conversations/" + conversation).expect(204)))
        .isEqualTo(Math.ceilDiv(BLOCKS - ALONG, FEW));
    assertThat(blocks()).isZero();
  }

  @Test
  void goesAFewRowsAtATimeWithItsAccount() {
    insertBlocks();
    var password = "{\"password\":\"%s\"}".formatted(Client.PASSWORD);
    assertThat(deletions(() -> member.send("DELETE", "/account", password, Map.of()).expect(200)))
        .isEqualTo(Math.ceilDiv(BLOCKS - ALONG, FEW));
    assertThat(blocks()).isZero();
  }

  @Test
  void goesAFewRowsAtATimeWhereItIsOld() {
    insertBlocks();
    giveTo("gone_" + conversation);
    var old = SERVER.bean(OldConversations.class);
    assertThat(IntStream.generate(() -> old.deleteFewMessages(FEW)).limit(4))
        .containsExactly(FEW, FEW, BLOCKS - ALONG - 2 * FEW, 0);
    assertThat(blocks()).isEqualTo(ALONG);
    assertThat(old.deleteFew(FEW)).isEqualTo(1);
    assertThat(blocks()).isZero();
  }

  @Test
  void goesAFewRowsAtATimeWithAnImport() {
    insertBlocks();
    var ongoing = SERVER.bean(Imports.class).begin(member.get("/account").text("id"));
    giveTo(ongoing.id());
    var steps = SERVER.bean(ImportSteps.class);
    assertThat(IntStream.generate(() -> steps.deleteFew(ongoing.id())).limit(4))
        .containsExactly(FEW, FEW, BLOCKS - ALONG - 2 * FEW + 1, 0);
    assertThat(blocks()).isZero();
    steps.end(ongoing.id());
  }

  /// How often some blocks are deleted.
  private static long deletions(Runnable work) {
    return Statements.during(work).stream()
        .filter(sql -> sql.contains("DELETE FROM text_blocks"))
        .count();
  }

  private void insertBlocks() {
    SERVER.write(
        "INSERT INTO text_blocks (conversation_id, number, first_n, last_n, bits) VALUES (?, 0, 0, 0, ?)",
        conversation,
        new byte[TextBits.BYTES]);
    for (var count = 1; count < BLOCKS; count *= 2) {
      SERVER.write(
          """
          INSERT INTO text_blocks (conversation_id, number, first_n, last_n, bits)
          SELECT conversation_id, number + %d, 0, 0, bits FROM text_blocks WHERE conversation_id = ?
          """
              .formatted(count),
          conversation);
    }
  }

  private void giveTo(String owner) {
    SERVER.write("UPDATE conversations SET owner_id = ? WHERE id = ?", owner, conversation);
  }

  private int blocks() {
    return SERVER
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM text_blocks WHERE conversation_id = :id")
        .param("id", conversation)
        .query(Integer.class)
        .single();
  }
}
