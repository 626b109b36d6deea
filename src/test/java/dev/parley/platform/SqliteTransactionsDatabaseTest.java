package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSuspensionNotSupportedException;
import org.springframework.transaction.UnexpectedRollbackException;

/// What `@Transactional` means here.
class SqliteTransactionsDatabaseTest {

  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final TestDatabase database;

  SqliteTransactionsDatabaseTest(@TempDir Path folder) {
    database = new TestDatabase(folder);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void isSeenByAllOnceItHasReturned() throws Exception {
    var writers = new ArrayList<Crowd.Started>();
    for (var i = 0; i < 64; i++) {
      var id = "note-" + i;
      writers.add(
          Crowd.start(
              () -> {
                database.write(() -> database.add(id));
                assertThat(database.notes()).contains(id);
              }));
    }

    for (var writer : writers) {
      assertThat(writer.outcome()).isNull();
    }
    assertThat(database.notes()).hasSize(64);
  }

  @Test
  void readsWhatItHasWrittenAndNobodyElseDoes() throws Exception {
    database.write(
        () -> {
          database.add("a");
          assertThat(database.notes()).containsExactly("a");
          var elsewhere = Crowd.start(() -> assertThat(database.notes()).isEmpty());
          assertThat(elsewhere.outcome()).isNull();
        });
  }

  @Test
  void takesAllBackWhenItFails() {
    assertThatThrownBy(
            () ->
                database.write(
                    () -> {
                      database.add("a");
                      throw new Wrong();
                    }))
        .isInstanceOf(Wrong.class);

    assertThat(database.notes()).isEmpty();
  }

  @Test
  void goesOnAfterAStatementThatFailed() {
    database.write(
        () -> {
          database.add("a");
          assertThatThrownBy(() -> database.add("a")).isInstanceOf(DuplicateKeyException.class);
          database.add("b");
        });

    assertThat(database.notes()).containsExactly("a", "b");
  }

  @Test
  void isJoinedByATransactionInside() {
    assertThatThrownBy(
            () ->
                database.write(
                    () -> {
                      database.write(() -> database.add("inner"));
                      database.add("outer");
                      throw new Wrong();
                    }))
        .isInstanceOf(Wrong.class);

    assertThat(database.notes()).isEmpty();
  }

  @Test
  void isNotCommittedWithHalfOfATransactionInside() {
    assertThatThrownBy(() -> database.write(this::swallowAFailureInside))
        .isInstanceOf(UnexpectedRollbackException.class);

    assertThat(database.notes()).isEmpty();
  }

  private void swallowAFailureInside() {
    database.add("outer");
    assertThatThrownBy(
            () ->
                database.write(
                    () -> {
                      database.add("half of the inner");
                      throw new Wrong();
                    }))
        .isInstanceOf(Wrong.class);
  }

  @Test
  void refusesASecondTransactionInsideRatherThanWaitForItself() {
    var separate = database.transactions();
    separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    database.write(
        () ->
            assertThatThrownBy(() -> separate.executeWithoutResult(_ -> {}))
                .isInstanceOf(TransactionSuspensionNotSupportedException.class));
  }

  @Test
  void readsOneMomentWhileOthersWrite() {
    database.read(
        () -> {
          assertThat(database.notes()).isEmpty();
          var other = Crowd.start(() -> database.write(() -> database.add("later")));
          assertThat(other.outcome()).isNull();
          assertThat(database.notes()).isEmpty();
        });

    assertThat(database.notes()).containsExactly("later");
  }

  @Test
  void readsWithoutWaitingForAWriter() {
    database.write(
        () -> {
          var reader = Crowd.start(() -> database.read(() -> database.notes()));
          assertThat(reader.outcome()).isNull();
        });
  }

  @Test
  void doesNotWriteWhenItIsReadOnly() {
    assertThatThrownBy(() -> database.read(() -> database.add("a")))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("SQLITE_READONLY");
    assertThatThrownBy(() -> database.read(() -> database.write(() -> database.add("b"))))
        .isInstanceOf(DataAccessException.class);

    assertThat(database.notes()).isEmpty();
  }

  @Test
  void isNeededForWriting() {
    assertThatThrownBy(() -> database.add("a"))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("SQLITE_READONLY");

    assertThat(database.notes()).isEmpty();
  }

  @Test
  void gives64ReadersAConnectionInTurn() throws Exception {
    database.write(() -> database.add("a"));
    var readers = new ArrayList<Crowd.Started>();
    for (var i = 0; i < 64; i++) {
      readers.add(
          Crowd.start(
              () -> database.read(() -> assertThat(database.notes()).containsExactly("a"))));
    }

    for (var reader : readers) {
      assertThat(reader.outcome()).isNull();
    }
  }
}
