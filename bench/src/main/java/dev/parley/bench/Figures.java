package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// What was measured, by name, once for each round. It stands in a file, so that rounds of several
/// runs make one report.
final class Figures {

  /// The machine's load average before each round: beside a busy machine times say little.
  static final String BUSY = "busy";

  private static final double[] PERCENTILES = {10, 50, 75, 90, 95, 99, 99.9};

  private final Optional<Path> file;
  private final TreeMap<String, List<Double>> values = new TreeMap<>();

  Figures(Path file) throws IOException {
    this.file = Optional.of(file);
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        var parts = line.split("\t");
        of(parts[0]).add(Double.valueOf(parts[1]));
      }
    }
  }

  private Figures() {
    this.file = Optional.empty();
  }

  /// Figures that nobody wants.
  static Figures unkept() {
    return new Figures();
  }

  void add(String name, double value) throws IOException {
    if (file.isEmpty()) {
      return;
    }
    of(name).add(value);
    var line = "%s\t%s%n".formatted(name, value);
    Files.writeString(file.get(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.out.printf(Locale.ROOT, "    %-34s %,.2f%n", name, value);
  }

  /// The distribution of a time, in microseconds.
  void add(String name, Histogram histogram) throws IOException {
    for (var percentile : PERCENTILES) {
      add(name + percentile(percentile), Measured.micros(histogram, percentile));
    }
  }

  /// A distribution's percentiles with their medians over all rounds.
  TreeMap<Double, Double> distribution(String name) {
    var found = new TreeMap<Double, Double>();
    for (var percentile : PERCENTILES) {
      if (has(name + percentile(percentile))) {
        found.put(percentile, median(name + percentile(percentile)));
      }
    }
    return found;
  }

  static String percentile(double percentile) {
    return " p" + String.valueOf(percentile).replaceAll("\\.0$", "");
  }

  boolean has(String name) {
    return values.containsKey(name) && !of(name).isEmpty();
  }

  double median(String name) {
    var sorted = sorted(name);
    return sorted.get(sorted.size() / 2);
  }

  /// From the smallest to the largest.
  List<Double> sorted(String name) {
    return of(name).stream().sorted().toList();
  }

  /// One figure by another, round by round, so that whatever else the machine did counts for both.
  List<Double> ratios(String name, String base) {
    return together(name, base, (value, by) -> value / by);
  }

  /// One figure less another, round by round.
  List<Double> differences(String name, String base) {
    return together(name, base, (value, less) -> value - less);
  }

  private List<Double> together(String name, String base, DoubleBinaryOperator both) {
    return IntStream.range(0, Math.min(of(name).size(), of(base).size()))
        .mapToObj(round -> both.applyAsDouble(of(name).get(round), of(base).get(round)))
        .sorted()
        .toList();
  }

  private List<Double> of(String name) {
    return values.computeIfAbsent(name, _ -> new ArrayList<>());
  }
}
