package dev.parley.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A conversation as it may be, seen by clients that change it at the same time: the model that
/// their histories are held against. Answers have the names of their questions.
final class Talk {

  /// What clients do, and what happens of itself.
  sealed interface Operation {

    /// A question at the end of the branch last used.
    record Ask(String name) implements Operation {}

    /// A question at the root, beside those that are there.
    record AskAnew(String name) implements Operation {}

    /// An answer ends: because its model has said all, unless it has ended before.
    record End(String name) implements Operation {}

    record Stop(String name) implements Operation {}

    /// What comes before the telling of a stop: one that finds nothing any more when it is to tell
    /// how the answer stands may have ended it before.
    record Halt(String name) implements Operation {}

    record Delete() implements Operation {}

    record Look() implements Operation {}
  }

  /// The place of a question with its answer, and how that stands.
  private record Node(int branch, int depth, String status) {}

  /// @param branch the one last used
  record State(boolean isThere, int branch, int branches, Map<String, Node> nodes) {
    static final State NEW = new State(true, 0, 1, Map.of());
  }

  static final String BUSY = "conversation_busy";
  static final String NOT_FOUND = "not_found";
  static final String STARTED = "in_progress";
  static final String COMPLETED = "completed";
  static final String STOPPED = "stopped";
  static final String GONE = "gone";

  private Talk() {}

  static Optional<State> after(State state, Operation operation, String told) {
    return switch (operation) {
      case Operation.Ask(var name) -> ask(state, name, told);
      case Operation.AskAnew(var name) ->
          state.isThere ? added(state, name, 0, told) : Sequential.only(NOT_FOUND, told, state);
      case Operation.End(var name) ->
          state.isThere ? end(state, name, COMPLETED, told) : Sequential.only(GONE, told, state);
      case Operation.Stop(var name) ->
          state.isThere ? end(state, name, STOPPED, told) : Sequential.only(NOT_FOUND, told, state);
      case Operation.Halt(var name) ->
          Optional.of(state.isThere ? ended(state, name, STOPPED) : state);
      case Operation.Delete() ->
          state.isThere
              ? Sequential.only("deleted", told, new State(false, 0, 0, Map.of()))
              : Sequential.only(NOT_FOUND, told, state);
      case Operation.Look() ->
          Sequential.only(state.isThere ? view(state) : NOT_FOUND, told, state);
    };
  }

  private static Optional<State> ask(State state, String name, String told) {
    if (!state.isThere) {
      return Sequential.only(NOT_FOUND, told, state);
    }
    var last =
        state.nodes.values().stream()
            .filter(node -> node.branch == state.branch)
            .max((one, other) -> Integer.compare(one.depth, other.depth));
    if (last.isPresent() && last.get().status.equals(STARTED)) {
      return Sequential.only(BUSY, told, state);
    }
    return added(state, name, last.map(node -> node.depth + 1).orElse(0), told);
  }

  /// In the branch last used, or in the first for the first question of all; beside what is there,
  /// in a new one.
  private static Optional<State> added(State state, String name, int depth, String told) {
    var isFree =
        state.nodes.values().stream()
            .noneMatch(
                node -> node.branch == (depth == 0 ? 0 : state.branch) && node.depth == depth);
    var branch = isFree ? depth == 0 ? 0 : state.branch : state.branches;
    var nodes = new TreeMap<>(state.nodes);
    nodes.put(name, new Node(branch, depth, STARTED));
    var now = new State(true, branch, Math.max(state.branches, branch + 1), nodes);
    return Sequential.only(STARTED, told, now);
  }

  private static Optional<State> end(State state, String name, String how, String told) {
    var now = ended(state, name, how);
    var node = now.nodes.get(name);
    return node == null ? Optional.empty() : Sequential.only(node.status, told, now);
  }

  private static State ended(State state, String name, String how) {
    var node = state.nodes.get(name);
    if (node == null || !node.status.equals(STARTED)) {
      return state;
    }
    var nodes = new TreeMap<>(state.nodes);
    nodes.put(name, new Node(node.branch, node.depth, how));
    return new State(true, state.branch, state.branches, nodes);
  }

  /// All questions, each with how its answer stands.
  private static String view(State state) {
    List<String> view = new ArrayList<>();
    state.nodes.forEach((name, node) -> view.add(name + " " + node.status));
    return view.toString();
  }
}
