package dev.parley.model;

import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import dev.parley.web.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Function calls with their outputs. Services refuse a question with a call that has no output, or
/// with an output of no call, and either may come to be: not all of a conversation is sent, people
/// go on without giving the output, and messages are deleted. What has lost the other is left out.
public final class PairedCalls {

  private PairedCalls() {}

  /// The turns without calls and outputs that stand alone.
  ///
  /// @param fresh how many of the last turns somebody has just sent
  /// @throws Invalid where one of those is the output of no call
  public static List<Turn> of(List<Turn> turns, int fresh) {
    var paired = new ArrayList<Turn>(turns.size());
    for (var at = 0; at < turns.size(); at++) {
      var turn = turns.get(at);
      if (!turn.calls().isEmpty()) {
        pair(turn, outputs(turns, at + 1), paired);
      } else if (turn.role() != Role.TOOL) {
        paired.add(turn);
      }
    }
    var sent = turns.subList(Math.max(0, turns.size() - fresh), turns.size());
    if (!sent.stream().filter(turn -> turn.role() == Role.TOOL).allMatch(paired::contains)) {
      throw new Invalid("input", "has the output of a function call that is not there before it");
    }
    return paired;
  }

  private static List<Turn> outputs(List<Turn> turns, int from) {
    return turns.stream().skip(from).takeWhile(turn -> turn.role() == Role.TOOL).toList();
  }

  private static void pair(Turn turn, List<Turn> outputs, List<Turn> into) {
    var given = outputs.stream().map(Turn::callId).collect(Collectors.toSet());
    var calls = turn.calls().stream().filter(call -> given.contains(call.callId())).toList();
    if (!calls.isEmpty() || !turn.content().isEmpty()) {
      into.add(new Turn(turn.role(), turn.content(), calls, null));
    }
    var open = new HashSet<String>();
    calls.forEach(call -> open.add(call.callId()));
    outputs.stream().filter(output -> open.remove(output.callId())).forEach(into::add);
  }
}
