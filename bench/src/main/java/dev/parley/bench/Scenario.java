package dev.parley.bench;

/// Something to measure, once in each round.
interface Scenario {

  /// For `--only`.
  String name();

  void measure(Rig rig, Figures figures) throws Exception;
}
