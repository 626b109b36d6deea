package dev.parley.platform;

/// Sees to it that what was deleted is gone from the database's files, too.
public interface Erasure {

  /// Removes what earlier writes have left behind. It may wait for others who read or write.
  void complete();
}
