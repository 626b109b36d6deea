package dev.parley.platform;

import java.util.function.IntSupplier;
import org.springframework.dao.DuplicateKeyException;

/// What differs in the SQL of the databases, for the rooms that write it.
///
/// On SQLite transactions that write take turns. On the others they run beside one another, each
/// statement on what is committed by then (READ COMMITTED), so who reads something to decide what
/// to write holds it before.
public interface Dialect {

  /// Ends a query for rows of one table: nobody else changes or holds them until the transaction
  /// ends.
  String hold();

  /// Ends a query for rows of one table that holds those of them that nobody else holds, and passes
  /// over the others, so that it never waits.
  String holdFree();

  /// Ends an insert that does nothing where some unique index has its row already. It is run with
  /// [#isNew].
  String unlessThere();

  /// Stands between an insert and what is set instead in the row that has the same key already. The
  /// assignments follow, such as `seen_at = :now`; each names a column after those that read it.
  ///
  /// @param key the columns of a unique index
  String orUpdate(String key);

  /// Runs an insert that ends in [#unlessThere].
  ///
  /// @param insert tells how many rows it stored
  /// @return false where the row was there
  static boolean isNew(IntSupplier insert) {
    try {
      return insert.getAsInt() > 0;
    } catch (DuplicateKeyException _) {
      return false;
    }
  }
}
