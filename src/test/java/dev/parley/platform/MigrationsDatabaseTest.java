package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

/// The migrations, on a file in which there is nothing.
class MigrationsDatabaseTest {

  private final Flyway flyway;
  private final JdbcClient jdbc;

  MigrationsDatabaseTest(@TempDir Path folder) {
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("parley.db"));
    flyway = Flyway.configure().dataSource(source).locations("db/migration/sqlite").load();
    jdbc = JdbcClient.create(source);
  }

  @Test
  void makeEverythingOnce() {
    assertThat(flyway.migrate().migrationsExecuted).isPositive();
    assertThat(flyway.migrate().migrationsExecuted).isZero();
    assertThat(tables()).contains("users", "conversations", "messages");
  }

  @Test
  void leaveADatabaseThatIsWhole() {
    flyway.migrate();

    assertThat(jdbc.sql("PRAGMA integrity_check").query(String.class).list()).containsExactly("ok");
    assertThat(jdbc.sql("PRAGMA foreign_key_check").query().listOfRows()).isEmpty();
  }

  /// Else each deletion would read the whole table that hangs on what is deleted.
  @Test
  void findByAnIndexWhatHangsOnARow() {
    flyway.migrate();

    for (var table : tables()) {
      var columns =
          jdbc.sql("SELECT \"from\" FROM pragma_foreign_key_list(:table) WHERE seq = 0")
              .param("table", table)
              .query(String.class)
              .list();
      assertThat(firstOfIndexes(table)).as("indexes of %s", table).containsAll(columns);
    }
  }

  @Test
  void leaveAllMessagesToBeBroughtIntoTheIndexAnew() {
    Flyway.configure().configuration(flyway.getConfiguration()).target("20").load().migrate();
    jdbc.sql(
            """
            INSERT INTO users (id, email, password_hash, role, status, created_at)
            VALUES ('user_1', 'ada@example.org', '', 'user', 'active', 0)
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO conversations
              (id, owner_id, user_id, title, model, activity, created_at, updated_at)
            VALUES ('conv_1', 'user_1', 'user_1', 'The title', 'any', 1, 0, 0)
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO messages
              (id, conversation_id, branch, depth, role, content, tokens, status, created_at)
            VALUES ('msg_1', 'conv_1', 0, 0, 'user', 'The platypus', 1, 'completed', 0)
            """)
        .update();
    flyway.migrate();

    assertThat(
            jdbc.sql("SELECT id FROM messages WHERE unindexed = TRUE").query(String.class).list())
        .containsExactly("msg_1");
    assertThat(jdbc.sql("DELETE FROM messages").update()).isOne();
  }

  private List<String> firstOfIndexes(String table) {
    return jdbc.sql(
            """
            SELECT i.name
            FROM pragma_index_list(:table) AS l, pragma_index_info(l.name) AS i
            WHERE i.seqno = 0
            UNION
            SELECT name FROM pragma_table_info(:table) WHERE pk = 1
            """)
        .param("table", table)
        .query(String.class)
        .list();
  }

  private List<String> tables() {
    return jdbc.sql("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .query(String.class)
        .list();
  }
}
