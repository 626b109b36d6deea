package dev.parley.platform;

import java.util.function.Consumer;

/// What a room holds for an account beside its conversations, as a bean of that room. It stands in
/// the account's export, so nothing in it opens anything.
public interface Holding {

  /// Its name in the export, such as `sessions`.
  String name();

  /// Tells all of it, row by row, each as something that can be written as JSON. Telling may wait
  /// long for the client, so no connection to the database is held meanwhile.
  void tell(String accountId, Consumer<Object> rows);
}
