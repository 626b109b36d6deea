package dev.parley.bench;

import java.util.List;
import java.util.Set;

/// What the command line asks for.
///
/// @param only names of scenarios; none for all
record Options(
    boolean help, boolean quick, boolean add, boolean report, int rounds, Set<String> only) {

  private static final int ROUNDS = 5;

  static Options of(List<String> words) {
    var quick = words.contains("--quick");
    var rounds = after("--rounds", words);
    var only = after("--only", words);
    return new Options(
        words.contains("--help"),
        quick,
        words.contains("--add"),
        words.contains("--report"),
        rounds.isEmpty() ? (quick ? 1 : ROUNDS) : Integer.parseInt(rounds),
        only.isEmpty() ? Set.of() : Set.of(only.split(",")));
  }

  boolean takes(String scenario) {
    return only.isEmpty() || only.contains(scenario);
  }

  private static String after(String name, List<String> words) {
    var at = words.indexOf(name);
    return at < 0 || at + 1 == words.size() ? "" : words.get(at + 1);
  }
}
