package dev.parley.bench;

import dev.parley.model.TokenEstimate;
import dev.parley.platform.Ids;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes rows into a server's database, past the program: with many to a statement and many
/// statements to a transaction.
final class Filled {

  private static final long BEGIN = 1_735_689_600_000L;
  private static final int ROWS = 250;
  private static final int WORDS_OF_A_QUESTION = 12;
  private static final int WORDS_OF_AN_ANSWER = 50;

  private static final String USERS =
      "users (id, email, password_hash, role, status, created_at, last_active_at)";
  private static final String CONVERSATIONS =
      "conversations (id, owner_id, user_id, title, model, message_count, activity, created_at,"
          + " updated_at)";
  private static final String MESSAGES =
      "messages (id, conversation_id, parent_id, branch, depth, role, content, tokens, status,"
          + " model, created_at)";

  private final SplittableRandom random = new SplittableRandom(7);
  private final Words words = new Words(random);
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private long millis = BEGIN;

  Filled(TestServer server) {
    jdbc = server.bean(JdbcTemplate.class);
    transactions = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
  }

  /// Makes accounts that nobody can sign in to.
  ///
  /// @return their ids
  List<String> accounts(int count) {
    var rows = new ArrayList<@Nullable Object[]>();
    for (var n = 0; n < count; n++) {
      var id = id("user");
      rows.add(
          new @Nullable Object[] {id, id + "@example.org", "", "user", "active", millis, millis});
    }
    transactions.executeWithoutResult(_ -> insert(USERS, rows));
    return rows.stream().map(row -> String.valueOf(row[0])).toList();
  }

  /// Makes a conversation of each of these accounts.
  ///
  /// @param activity greater than that of those before
  /// @param messages of each conversation
  void conversations(List<String> accounts, int activity, int messages) {
    var conversations = new ArrayList<@Nullable Object[]>();
    var said = new ArrayList<@Nullable Object[]>();
    for (var account : accounts) {
      var id = id("conv");
      conversations.add(
          new @Nullable Object[] {
            id, account, account, words.text(4), "any", messages, activity, millis, millis
          });
      talk(id, messages, said);
    }
    transactions.executeWithoutResult(
        _ -> {
          insert(CONVERSATIONS, conversations);
          insert(MESSAGES, said);
        });
  }

  private void talk(String conversation, int messages, List<@Nullable Object[]> rows) {
    @Nullable String parent = null;
    for (var depth = 0; depth < messages; depth++) {
      var isQuestion = depth % 2 == 0;
      var text = words.text(isQuestion ? WORDS_OF_A_QUESTION : WORDS_OF_AN_ANSWER);
      var id = id("msg");
      rows.add(
          new @Nullable Object[] {
            id,
            conversation,
            parent,
            0,
            depth,
            isQuestion ? "user" : "assistant",
            text,
            TokenEstimate.of(text),
            "completed",
            isQuestion ? null : "any",
            millis
          });
      parent = id;
    }
  }

  private void insert(String table, List<@Nullable Object[]> rows) {
    for (var at = 0; at < rows.size(); at += ROWS) {
      var some = rows.subList(at, Math.min(at + ROWS, rows.size()));
      var row = "(" + String.join(",", Collections.nCopies(some.getFirst().length, "?")) + ")";
      jdbc.update(
          "INSERT INTO %s VALUES %s"
              .formatted(table, String.join(",", Collections.nCopies(some.size(), row))),
          some.stream().flatMap(Arrays::stream).toArray());
    }
  }

  private String id(String prefix) {
    var bits = new byte[16];
    random.nextBytes(bits);
    return Ids.of(prefix, millis++, bits);
  }
}
