package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs all scenarios, round by round, and writes the report.
final class Bench {

  private static final List<Scenario> SCENARIOS =
      List.of(
          new StartScenario("start"),
          new OneStreamScenario("one"),
          new StreamsScenario("fast", 1_000, 20, 400, 500),
          new StreamsScenario("slow", 5_000, 1, 20, 500),
          new StreamsScenario("many", 9_000, 5, 100, 500),
          new MemoryScenario("memory", 4_000),
          new QuestionsScenario("questions", 64),
          new CallsScenario("calls", 64));

  private static final String USAGE =
      """
      bench/run [--quick] [--rounds N] [--only NAME[,NAME]] [--add] [--report]
      bench/run jmh [WHAT JMH TAKES]

        --quick     a look at everything in two minutes: one round of short runs, and no report
        --rounds N  how often, 5 unless it is said; the report has the medians
        --only      names of scenarios: %s
        --add       adds to what the last run has measured, so that rounds can be spread over a day
        --report    measures nothing, and writes the report of what is there""";

  private Bench() {}

  public static void main(String[] words) throws Exception {
    var options = Options.of(List.of(words));
    if (options.help()) {
      System.out.println(USAGE.formatted(String.join(", ", names())));
      return;
    }
    var chosen = SCENARIOS.stream().filter(scenario -> options.takes(scenario.name())).toList();
    var file = Path.of(System.getProperty("figures"));
    if (!options.add() && !options.report()) {
      Files.deleteIfExists(file);
    }
    var figures = new Figures(options.quick() ? file.resolveSibling("quick.tsv") : file);
    if (!options.report()) {
      measure(chosen, options, figures);
    }
    if (!options.quick()) {
      var folder = Path.of(System.getProperty("report"));
      new Report(figures).write(folder);
      System.out.println("The report is " + folder.resolve("report.md"));
    }
  }

  private static void measure(List<Scenario> scenarios, Options options, Figures figures)
      throws Exception {
    figures.add(Figures.BUSY, busy());
    try (var rig = Rig.start(Path.of(System.getProperty("parley")), options.quick())) {
      System.out.println("Warming up");
      warmUp(rig);
      for (var round = 1; round <= options.rounds(); round++) {
        System.out.printf("Round %d of %d%n", round, options.rounds());
        var fresh = rig.withNewAccount("round-" + round);
        for (var scenario : scenarios) {
          System.out.println("  " + scenario.name());
          scenario.measure(fresh, figures);
        }
      }
    }
  }

  /// Until what is asked all the time is compiled, which on two cores takes minutes; nothing of it
  /// counts.
  private static void warmUp(Rig rig) throws Exception {
    var nowhere = Figures.unkept();
    var many = new StreamsScenario("warm", 500, 20, rig.quick() ? 20 : 100, 500);
    for (var i = 0; i < (rig.quick() ? 1 : 5); i++) {
      var fresh = rig.withNewAccount("warm-" + i);
      new QuestionsScenario("warm", 64).measure(fresh, nowhere);
      new CallsScenario("warm", 64).measure(fresh, nowhere);
      many.measure(fresh, nowhere);
    }
  }

  /// How many others want to run, before any of this does.
  private static double busy() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  private static List<String> names() {
    return SCENARIOS.stream().map(Scenario::name).toList();
  }
}
