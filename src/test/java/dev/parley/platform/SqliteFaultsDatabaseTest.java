package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.Keeps;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file held by another process, a full disk, threads that give up.
class SqliteFaultsDatabaseTest {

  private static final Duration IMPATIENT = Duration.ofMillis(50);
  private static final String LONG_TEXT = "x".repeat(1 << 20);

  private final Path folder;
  private final TestDatabase database;

  SqliteFaultsDatabaseTest(@TempDir Path folder) {
    this.folder = folder;
    database = new TestDatabase(folder);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Keeps("locked.waits")
  @Test
  void saysSoWhenAnotherProcessHoldsTheFileAndReadsOn() throws Exception {
    database.write(() -> database.add("a"));
    try (var impatient = new TestDatabase(folder, IMPATIENT);
        var stranger = lock()) {
      assertThatThrownBy(() -> impatient.write(() -> impatient.add("b")))
          .isInstanceOf(StorageBusy.class);
      assertThat(impatient.notes()).containsExactly("a");

      unlock(stranger);
      impatient.write(() -> impatient.add("c"));
      assertThat(impatient.notes()).containsExactly("a", "c");
    }
  }

  @Keeps("locked.waits")
  @Test
  void goesOnAsSoonAsTheOtherProcessIsDone() throws Exception {
    try (var stranger = lock()) {
      var waiting = Crowd.start(() -> database.write(() -> database.add("a")));
      Crowd.awaitWaiting(waiting.thread());
      unlock(stranger);

      assertThat(waiting.outcome()).isNull();
    }
  }

  /// A wait inside SQLite would keep a carrier thread, of which there are as many as cores.
  @Test
  void letsOtherVirtualThreadsRunWhileItWaitsForAnotherProcess() throws Exception {
    var databases = new ArrayList<TestDatabase>();
    var waiting = new ArrayList<Crowd.Started>();
    for (var i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      databases.add(new TestDatabase(folder));
    }
    try (var stranger = lock()) {
      for (var one : databases) {
        waiting.add(Crowd.start(() -> one.write(() -> {})));
        Crowd.awaitWaiting(waiting.getLast().thread());
      }
      assertThat(Crowd.start(() -> database.notes()).outcome()).isNull();
      unlock(stranger);
    }
    for (var one : waiting) {
      assertThat(one.outcome()).isNull();
    }
    for (var one : databases) {
      one.close();
    }
  }

  @Test
  void saysSoWhenItsTurnDoesNotCome() throws Exception {
    try (var impatient = new TestDatabase(folder, IMPATIENT)) {
      impatient.write(
          () -> {
            impatient.add("a");
            var late = Crowd.start(() -> impatient.write(() -> impatient.add("b")));
            assertThat(late.outcome()).isInstanceOf(StorageBusy.class);
          });

      assertThat(impatient.notes()).containsExactly("a");
    }
  }

  @Test
  void commitsForThoseWhoseFollowersGiveUp() throws Exception {
    try (var impatient = new TestDatabase(folder, Duration.ofNanos(300_000))) {
      var threads =
          IntStream.range(0, 8)
              .mapToObj(thread -> Crowd.start(() -> writeOften(impatient, thread)))
              .toList();

      assertThat(threads).allSatisfy(thread -> assertThat(thread.outcome()).isNull());
    }
  }

  private static void writeOften(TestDatabase impatient, int thread) {
    for (var i = 0; i < 100; i++) {
      var id = thread + "-" + i;
      try {
        impatient.write(() -> impatient.add(id));
        assertThat(impatient.notes()).contains(id);
      } catch (StorageBusy _) {
        assertThat(impatient.notes()).doesNotContain(id);
      }
    }
  }

  @Test
  void refusesAnInterruptedThreadThatWaits() {
    database.write(
        () -> {
          database.add("a");
          var interrupted = Crowd.start(() -> database.write(() -> database.add("b")));
          Crowd.awaitWaiting(interrupted.thread());
          interrupted.thread().interrupt();
          assertThat(interrupted.outcome()).isInstanceOf(StorageBusy.class);
        });

    assertThat(database.notes()).containsExactly("a");
  }

  @Keeps("disk.full")
  @Test
  void saysSoWhenTheDiskIsFullAndHealsWhenItIsNot() {
    database.write(() -> database.add("a"));
    database.fillDisk();
    for (var i = 0; i < 3; i++) {
      assertThatThrownBy(() -> database.write(this::addMuch)).isInstanceOf(StorageFull.class);
      assertThat(database.notes()).containsExactly("a");
    }

    database.makeRoom();
    database.write(this::addMuch);
    assertThat(database.notes()).hasSize(2);
  }

  @Keeps("disk.full")
  @Test
  void tellsAllWhoWereUndoneByAFullDisk() {
    database.fillDisk();
    var outcomes =
        new Crowd(database)
            .run(
                5,
                number -> {
                  database.add("note-" + number);
                  if (number == 2) {
                    addMuch();
                  }
                });

    var kept = outcomes.stream().filter(outcome -> outcome == null).count();
    assertThat(outcomes)
        .filteredOn(outcome -> outcome != null)
        .hasOnlyElementsOfType(StorageFull.class)
        .isNotEmpty();
    assertThat(database.notes()).hasSize((int) kept);
  }

  @Test
  void lastsUntilTheTransactionThatRunsHasEnded() throws Exception {
    database.write(
        () -> {
          var close = Crowd.start(() -> closeWriter());
          Crowd.awaitWaiting(close.thread());
          database.add("a");
        });

    assertThat(database.notes()).containsExactly("a");
    assertThatThrownBy(() -> database.write(() -> {}))
        .hasRootCauseMessage("the server is being stopped");
  }

  private void closeWriter() {
    try {
      database.writer().close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addMuch() {
    database
        .jdbc()
        .sql("INSERT INTO notes (id, text) VALUES ('much', ?)")
        .param(LONG_TEXT)
        .update();
  }

  private Connection lock() throws SQLException {
    var stranger = database.stranger();
    execute(stranger, "BEGIN EXCLUSIVE");
    return stranger;
  }

  private static void unlock(Connection stranger) throws SQLException {
    execute(stranger, "ROLLBACK");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
