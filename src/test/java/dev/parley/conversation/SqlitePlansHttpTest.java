package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import dev.parley.testing.Statements;
import dev.parley.testing.TestServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How SQLite finds what lists, searches and questions ask for: never by going through a table.
class SqlitePlansHttpTest {

  private static final Pattern STATEMENT = Pattern.compile("\\[(.*)]");

  /// What a statement makes for itself.
  private static final Pattern FOUND =
      Pattern.compile("SCAN (few|next|line|[(]subquery.*|.*-ROW VALUES CLAUSE|CONSTANT ROW)");

  private static final String NUMBERS =
      """
      (WITH RECURSIVE numbers (n) AS (
        SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %d) SELECT n FROM numbers) AS t""";

  @Keeps("sql.slow")
  @Test
  void readNoTableAsAWhole() throws SQLException {
    try (var server = TestServer.start();
        var stranger =
            DriverManager.getConnection("jdbc:sqlite:" + server.data().resolve("parley.db"))) {
      ManyRows.insert(stranger, NUMBERS::formatted);
      ManyRows.index(server);
      var member = server.member();
      var talk = Talk.start(member);
      var jdbc = server.bean(JdbcClient.class);
      var statements = Statements.during(() -> ManyRows.use(member, talk));
      assertThat(statements).isNotEmpty();
      assertThat(statements).allSatisfy(sql -> assertThat(scans(jdbc, sql)).isEmpty());
    }
  }

  private static Set<String> scans(JdbcClient jdbc, String logged) {
    var statement = STATEMENT.matcher(logged);
    assertThat(statement.find()).as(logged).isTrue();
    return jdbc
        .sql("EXPLAIN QUERY PLAN " + statement.group(1).replace("?", "NULL"))
        .query((row, _) -> row.getString("detail"))
        .list()
        .stream()
        .filter(step -> step.startsWith("SCAN") && !FOUND.matcher(step).matches())
        .collect(Collectors.toSet());
  }
}
