package dev.parley.vault;

import dev.parley.platform.Dialect;
import dev.parley.platform.Secret;
import dev.parley.platform.UnsafeStart;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The master keys that the database knows: of each a word that it has sealed, by which a wrong key
/// with the right id is told.
@Component
class KnownKeys {

  private static final Secret WORD = new Secret("parley");
  private static final String REMEDY =
      "Put it into PARLEY_MASTER_KEYS, behind the first. When keys rotate has moved all to the"
          + " first, it can be left out.";

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Clock clock;
  private final MasterKeys keys;
  private final SealedRows rows;

  KnownKeys(JdbcClient jdbc, Clock clock, MasterKeys keys, SealedRows rows, Dialect dialect) {
    this.dialect = dialect;
    this.jdbc = jdbc;
    this.clock = clock;
    this.keys = keys;
    this.rows = rows;
  }

  /// Has the database know the keys that are set, and forget those that nothing is under any more.
  ///
  /// @throws UnsafeStart where what is stored needs a key that is not set, or is another
  @Transactional
  public void settle() {
    for (var id : ids()) {
      if (keys.find(id).filter(this::opensItsWord).isEmpty()) {
        if (rows.areAnyUnder(id)) {
          throw keys.find(id).isPresent() ? wrong(id) : missing(id);
        }
        jdbc.sql("DELETE FROM master_keys WHERE id = :id").param("id", id).update();
      }
    }
    keys.all().forEach(this::add);
  }

  /// Makes sure, without changing anything, that a server was started with the keys that are set:
  /// what is moved to a key that no server has could be read by none.
  ///
  /// @throws UnsafeStart where it was not
  void confirm() {
    for (var key : keys.all()) {
      if (!opensItsWord(key)) {
        throw new UnsafeStart(
            "The server was not started with this master key: " + key.id() + ".",
            "Start it with PARLEY_MASTER_KEYS as it is here, then try again.");
      }
    }
  }

  private boolean opensItsWord(MasterKey key) {
    return word(key.id()).filter(word -> Vault.opens(key, binding(key.id()), word)).isPresent();
  }

  private void add(MasterKey key) {
    var insert =
        jdbc.sql(
                """
                INSERT INTO master_keys (id, word, created_at)
                VALUES (:id, :word, :now)
                """
                    + dialect.unlessThere())
            .param("id", key.id())
            .param("word", Vault.seal(key, binding(key.id()), WORD))
            .param("now", clock.millis());
    Dialect.isNew(insert::update);
  }

  private List<String> ids() {
    return jdbc.sql("SELECT id FROM master_keys ORDER BY id").query(String.class).list();
  }

  private Optional<String> word(String id) {
    return jdbc.sql("SELECT word FROM master_keys WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  private static Binding binding(String id) {
    return new Binding("master-key", id);
  }

  private static UnsafeStart missing(String id) {
    return new UnsafeStart(
        "What is stored needs the master key %s, which is not set.".formatted(id), REMEDY);
  }

  private static UnsafeStart wrong(String id) {
    return new UnsafeStart(
        "The master key %s is not the one that what is stored was sealed with.".formatted(id),
        "Bring it back: from where PARLEY_MASTER_KEYS is kept, or with a backup of the data folder.");
  }
}
