package dev.parley.platform;

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
}
