package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteException;

/// Transactions that are committed together.
class SqliteWriterDatabaseTest {

  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final TestDatabase database;
  private final Crowd crowd;

  SqliteWriterDatabaseTest(@TempDir Path folder) {
    database = new TestDatabase(folder);
    crowd = new Crowd(database);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void commitsOneByOneWhatComesOneByOne() {
    var before = database.commits();

    database.write(() -> database.add("a"));
    database.write(() -> database.add("b"));

    assertThat(database.commits() - before).isEqualTo(2);
  }

  @Test
  void commitsTogetherWhatComesTogether() {
    var before = database.commits();

    assertThat(crowd.run(64, number -> database.add("note-" + number))).containsOnlyNulls();

    assertThat(database.commits() - before).isEqualTo(1);
    assertThat(database.notes()).hasSize(64);
  }

  @Test
  void letsNobodyWaitForMoreThan256Others() {
    var before = database.commits();

    assertThat(crowd.run(300, number -> database.add("note-" + number))).containsOnlyNulls();

    assertThat(database.commits() - before).isEqualTo(2);
    assertThat(database.notes()).hasSize(300);
  }

  @Test
  void takesBackOneAndKeepsTheOthers() {
    var before = database.commits();

    var outcomes =
        crowd.run(
            9,
            number -> {
              database.add("note-" + number);
              if (number % 3 == 1) {
                throw new Wrong();
              }
            });

    assertThat(outcomes).filteredOn(Wrong.class::isInstance).hasSize(3);
    assertThat(database.notes())
        .containsExactly("note-0", "note-2", "note-3", "note-5", "note-6", "note-8");
    assertThat(database.commits() - before).isEqualTo(1);
  }

  @Test
  void failsAllWhoWereToBeCommittedTogetherWhereThatFails() {
    var outcomes =
        crowd.run(
            5,
            number -> {
              database.add("note-" + number);
              if (number == 2) {
                breakTheCommit();
              }
            });

    assertThat(outcomes).hasSize(5).allSatisfy(SqliteWriterDatabaseTest::saysThatTheCommitFailed);
    assertThat(database.notes()).isEmpty();
  }

  /// It may have given up because of what the others wrote, which has never been.
  @Test
  void failsWhoGaveUpMeanwhileWhereTheCommitFails() {
    var outcomes =
        crowd.run(
            3,
            number -> {
              if (number == 1) {
                throw new Wrong();
              }
              breakTheCommit(number);
            });

    assertThat(outcomes).hasSize(3).allSatisfy(SqliteWriterDatabaseTest::saysThatTheCommitFailed);
  }

  @Test
  void goesOnAfterACommitThatFailed() {
    assertThatThrownBy(() -> database.write(this::breakTheCommit))
        .satisfies(SqliteWriterDatabaseTest::saysThatTheCommitFailed);

    database.write(() -> database.add("a"));
    assertThat(database.notes()).containsExactly("a");
  }

  /// What Spring rolls back after a commit that failed is not there any more.
  @Test
  void leavesOthersAloneAfterACommitThatFailed() {
    for (var round = 0; round < 20; round++) {
      var prefix = "round-" + round + "-";
      var breaking = Crowd.start(() -> database.write(this::breakTheCommit));
      var writing =
          IntStream.range(0, 8)
              .mapToObj(i -> Crowd.start(() -> database.write(() -> database.add(prefix + i))))
              .toList();

      assertThat(breaking.outcome()).satisfies(SqliteWriterDatabaseTest::saysThatTheCommitFailed);
      var kept = writing.stream().filter(one -> one.outcome() == null).count();
      assertThat(database.notes()).filteredOn(id -> id.startsWith(prefix)).hasSize((int) kept);
    }
  }

  @Test
  void holdsForeignKeys() {
    assertThatThrownBy(
            () ->
                database.write(
                    () ->
                        database
                            .jdbc()
                            .sql("INSERT INTO notes (id, follows) VALUES ('a', 'nobody')")
                            .update()))
        .rootCause()
        .hasMessageContaining("SQLITE_CONSTRAINT_FOREIGNKEY");
  }

  @Test
  void flushesEveryCommitToTheDisk() {
    database.write(
        () -> {
          assertThat(pragma("journal_mode")).isEqualTo("wal");
          assertThat(pragma("synchronous")).isEqualTo("2");
          assertThat(pragma("foreign_keys")).isEqualTo("1");
          assertThat(pragma("query_only")).isEqualTo("0");
        });
    assertThat(List.of(pragma("journal_mode"), pragma("query_only"))).containsExactly("wal", "1");
  }

  private String pragma(String name) {
    return database.jdbc().sql("PRAGMA " + name).query(String.class).single();
  }

  private void breakTheCommit() {
    breakTheCommit(0);
  }

  private void breakTheCommit(int number) {
    database
        .jdbc()
        .sql("INSERT INTO notes (id, deferred) VALUES (?, 'nobody')")
        .param("broken-" + number)
        .update();
  }

  private static void saysThatTheCommitFailed(@Nullable Throwable failure) {
    assertThat(failure)
        .rootCause()
        .isInstanceOf(SQLiteException.class)
        .hasMessageContaining("FOREIGN KEY");
  }
}
