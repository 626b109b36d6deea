package dev.parley.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A line of the report: what is wanted, and what it was in each round.
///
/// @param what in words
/// @param most at which the target is met
/// @param measured from the smallest to the largest; none where it was not measured
record Target(String what, double most, String unit, Function<Figures, List<Double>> measured) {

  /// One figure of Parley by the same of nginx.
  static Target ratio(String what, double most, String scenario) {
    return new Target(
        what,
        most,
        "× nginx",
        figures -> figures.ratios(scenario + " parley cpu", scenario + " nginx cpu"));
  }

  static Target of(String what, double most, String unit, String figure) {
    return new Target(what, most, unit, figures -> figures.sorted(figure));
  }

  /// What Parley has more than another, in microseconds.
  static Target above(String what, double most, String figure, String base) {
    return new Target(
        what,
        most,
        "µs",
        figures -> figures.differences(figure, base));
  }

  String row(Figures figures) {
    var values = measured.apply(figures);
    if (values.isEmpty()) {
      return "| %s | ≤ %s %s | – | – | not measured |".formatted(what, number(most), unit);
    }
    var median = values.get(values.size() / 2);
    var all = values.stream().map(Target::number).collect(Collectors.joining(" "));
    return "| %s | ≤ %s %s | **%s** | %s | %s |"
        .formatted(
            what, number(most), unit, number(median), all, median <= most ? "met" : "**missed**");
  }

  static String number(double value) {
    return Math.abs(value) >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
