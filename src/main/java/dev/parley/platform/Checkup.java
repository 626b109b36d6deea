package dev.parley.platform;

/// Looks whether something that the server needs is well, for the command `doctor`. A room has its
/// own as beans. What one needs may be ill, so it takes that only when it examines it.
public interface Checkup {

  /// What is looked at, such as `database`.
  String name();

  /// Looks. May block, for some seconds at most.
  Result examine();

  /// What came of it, in a sentence that shows no secret.
  sealed interface Result {

    String say();
  }

  /// All is well.
  record Well(String say) implements Result {}

  /// The server can run, and somebody should know.
  record Doubtful(String say, String remedy) implements Result {}

  /// The server cannot work with it.
  record Ill(String say, String remedy) implements Result {}
}
