package dev.parley.endurance;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A guest session as it may be, seen by its guest and by members who want it for their own at the
/// same time: the model that their histories are held against.
final class Ownership {

  /// What they do, and what happens of itself.
  sealed interface Operation {

    record Claim(String member) implements Operation {}

    /// A guest's question.
    record Ask(String question) implements Operation {}

    /// Its answer is complete.
    record End(String question) implements Operation {}

    /// What a member has of the session.
    record Look(String member) implements Operation {}
  }

  /// @param owner a member; empty for the guest
  /// @param answers how the answer to each question stands
  record State(String owner, Map<String, String> answers) {
    static final State NEW = new State("", Map.of());
  }

  static final String CLAIMED = "claimed";
  static final String EXPIRED = "session_expired";
  static final String BUSY = "conversation_busy";
  static final String STARTED = "in_progress";
  static final String COMPLETED = "completed";
  static final Map<String, String> NOTHING = Map.of();

  private Ownership() {}

  static Optional<State> after(State state, Operation operation, String told) {
    return switch (operation) {
      case Operation.Claim(var member) ->
          state.owner.isEmpty()
              ? Sequential.only(CLAIMED, told, new State(member, state.answers))
              : Sequential.only(EXPIRED, told, state);
      case Operation.Ask(var question) -> ask(state, question, told);
      case Operation.End(var question) ->
          STARTED.equals(state.answers.get(question))
              ? Sequential.only(COMPLETED, told, with(state, question, COMPLETED))
              : Optional.empty();
      case Operation.Look(var member) ->
          Sequential.only(
              (state.owner.equals(member) ? state.answers : NOTHING).toString(), told, state);
    };
  }

  private static Optional<State> ask(State state, String question, String told) {
    if (!state.owner.isEmpty()) {
      return Sequential.only(EXPIRED, told, state);
    }
    return state.answers.containsValue(STARTED)
        ? Sequential.only(BUSY, told, state)
        : Sequential.only(STARTED, told, with(state, question, STARTED));
  }

  private static State with(State state, String question, String status) {
    var answers = new TreeMap<>(state.answers);
    answers.put(question, status);
    return new State(state.owner, answers);
  }
}
