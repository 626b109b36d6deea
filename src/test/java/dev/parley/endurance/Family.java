package dev.parley.endurance;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A session as it may be, seen by devices that share its refresh tokens: the model that their
/// histories are held against. All of it happens within the time in which a spent token gets the
/// same successor again.
final class Family {

  /// What devices do.
  sealed interface Operation {

    /// Told is the successor.
    record Refresh(String token) implements Operation {}

    /// No token of the session is taken any more.
    record LogOut() implements Operation {}

    /// Its access tokens end with it, and a moment later.
    record ShutOut() implements Operation {}

    record Look() implements Operation {}
  }

  /// @param letsIn whether access tokens do
  /// @param successors of the tokens that are spent
  record State(boolean isOpen, boolean letsIn, Map<String, String> successors) {
    static final State NEW = new State(true, true, Map.of());
  }

  static final String REFUSED = "refused";
  static final String DONE = "done";
  static final String IN = "let in";

  private Family() {}

  static Optional<State> after(State state, Operation operation, String told) {
    return switch (operation) {
      case Operation.Refresh(var token) -> refresh(state, token, told);
      case Operation.LogOut() ->
          Sequential.only(DONE, told, new State(false, state.letsIn, state.successors));
      case Operation.ShutOut() ->
          Sequential.only(DONE, told, new State(state.isOpen, false, state.successors));
      case Operation.Look() -> Sequential.only(state.letsIn ? IN : REFUSED, told, state);
    };
  }

  private static Optional<State> refresh(State state, String token, String told) {
    if (!state.isOpen) {
      return Sequential.only(REFUSED, told, state);
    }
    var successor = state.successors.get(token);
    if (successor != null) {
      return Sequential.only(successor, told, state);
    }
    if (told.equals(REFUSED) || told.equals(token) || state.successors.containsValue(told)) {
      return Optional.empty();
    }
    var successors = new TreeMap<>(state.successors);
    successors.put(token, told);
    return Optional.of(new State(true, state.letsIn, successors));
  }
}
