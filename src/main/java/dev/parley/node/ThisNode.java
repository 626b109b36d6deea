package dev.parley.node;

import java.time.Duration;

/// This server, as the others on its database know it.
public interface ThisNode {

  /// Its id, under which it writes answers. A node that was taken for dead has another from then
  /// on.
  String id();

  /// Whether no other server works on this database.
  boolean isAlone();

  /// Whether the others take it to be alive, as the database has it at this moment. Blocks.
  boolean holdsLease();

  /// Makes sure that the others take it to be alive, before it begins something that they would
  /// clear away otherwise. Costs nothing unless the node stood still for long. May block.
  void requireLease();

  /// How long it goes on at least after it has said that it is being stopped.
  Duration farewell();
}
