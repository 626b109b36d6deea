package dev.parley.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Times by percentile, drawn as SVG. From left to right each step is a tenth of what is left, so
/// that the last few are seen as well as the many.
final class PercentilePlot {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 60;
  private static final int RIGHT = 150;
  private static final int TOP = 48;
  private static final int BOTTOM = 40;
  private static final double DECADES = 3;
  private static final double[] MARKS = {0, 50, 90, 99, 99.9};

  private final String title;
  private final Map<String, SortedMap<Double, Double>> lines = new LinkedHashMap<>();

  PercentilePlot(String title) {
    this.title = title;
  }

  /// @param distribution microseconds by percentile
  void add(String who, TreeMap<Double, Double> distribution) {
    if (!distribution.isEmpty()) {
      lines.put(who, distribution);
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  String svg() {
    var most =
        lines.values().stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1_000)
            * 1.05;
    var drawing = new Drawing(WIDTH, HEIGHT, title);
    for (var mark : MARKS) {
      drawing.line(x(mark), TOP, x(mark), HEIGHT - BOTTOM);
      drawing.text(x(mark), HEIGHT - BOTTOM + 18, "middle", Figures.percentile(mark).strip());
    }
    for (var step = 0; step <= 4; step++) {
      var value = most * step / 4;
      drawing.line(LEFT, y(value, most), WIDTH - RIGHT, y(value, most));
      var label = String.format(Locale.ROOT, most < 20_000 ? "%.2f" : "%.0f", value / 1e3);
      drawing.text(LEFT - 6, y(value, most) + 4, "end", label);
    }
    lines.forEach((who, line) -> draw(drawing, who, line, most));
    return drawing.toString();
  }

  private static void draw(
      Drawing drawing, String who, SortedMap<Double, Double> line, double most) {
    var points = new StringBuilder();
    line.forEach(
        (percentile, micros) ->
            points.append(
                String.format(Locale.ROOT, "%.1f,%.1f ", x(percentile), y(micros, most))));
    drawing.curve(points.toString().strip(), Drawing.colour(who));
    drawing.text(WIDTH - RIGHT + 8, y(line.get(line.lastKey()), most) + 4, "start", who);
  }

  private static double x(double percentile) {
    var tenths = -Math.log10(1 - percentile / 100);
    return LEFT + tenths / DECADES * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double micros, double most) {
    return HEIGHT - BOTTOM - micros / most * (HEIGHT - TOP - BOTTOM);
  }
}
