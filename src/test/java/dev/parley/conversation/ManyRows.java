package dev.parley.conversation;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;

/// A great many rows of others, and what somebody does among them.
public final class ManyRows {

  private ManyRows() {}

  /// A thousand accounts with five conversations each, of eight messages.
  ///
  /// @param numbers what a query is from that gives the numbers `n` from 1 to some number
  static void insert(Connection connection, IntFunction<String> numbers) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO users (id, email, password_hash, role, status, created_at)
          SELECT CONCAT('user_', n), CONCAT(n, '@example.org'), '', 'user', 'active', 0
          FROM %s
          """
              .formatted(numbers.apply(1_000)));
      statement.execute(
          """
          INSERT INTO conversations
            (id, owner_id, user_id, title, model, activity, created_at, updated_at)
          SELECT CONCAT('conv_', n), CONCAT('user_', n %% 1000 + 1), CONCAT('user_', n %% 1000 + 1),
            CONCAT('The title ', n), 'any', n, 0, 0
          FROM %s
          """
              .formatted(numbers.apply(5_000)));
      statement.execute(
          """
          INSERT INTO messages
            (id, conversation_id, branch, depth, role, content, tokens, status, created_at)
          SELECT CONCAT('msg_', n), CONCAT('conv_', n %% 5000 + 1), 0, FLOOR(n / 5000), 'user',
            CONCAT('The word ', n, ' among 中文字 and others'), 1, 'completed', 0
          FROM %s
          """
              .formatted(numbers.apply(39_999)));
    }
  }

  /// Brings all of them into the index, as the server does some time after they were stored.
  public static void index(TestServer server) {
    var index = server.bean(TextIndex.class);
    while (index.isBehind()) {
      index.catchUp();
    }
  }

  /// Lists, reads, searches and asks.
  static void use(Client member, Talk talk) {
    for (var text : new String[] {"platypus", "the", "word 7", "中文字", "pl", "_%_", "!?!"}) {
      member
          .get("/conversations?limit=5&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
          .expect(200);
    }
    var path = "/conversations/%s/messages".formatted(talk.id());
    for (var list :
        List.of("/conversations", "/conversations?archived=true", path, path + "?branch=all")) {
      member.get(list).expect(200);
    }
    talk.ask("And spiny anteaters?");
    member.conversation();
  }
}
