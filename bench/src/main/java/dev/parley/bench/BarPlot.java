package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Bars in groups, drawn as SVG.
final class BarPlot {

  private static final int WIDTH = 640;
  private static final int LEFT = 190;
  private static final int ROW = 24;
  private static final int TOP = 48;

  private record Bar(String group, String who, double value) {}

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  BarPlot(String title) {
    this.title = title;
  }

  void add(String group, String who, double value) {
    bars.add(new Bar(group, who, value));
  }

  String svg() {
    var most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    var drawing = new Drawing(WIDTH, TOP + ROW * bars.size() + 12, title);
    for (var i = 0; i < bars.size(); i++) {
      var bar = bars.get(i);
      var y = TOP + ROW * i;
      var length = bar.value / most * (WIDTH - LEFT - 70);
      drawing.text(LEFT - 8, y + 15, "end", bar.group + ", " + bar.who);
      drawing.bar(LEFT, y + 3, length, ROW - 6, Drawing.colour(bar.who));
      drawing.text(
          LEFT + length + 6, y + 15, "start", String.format(Locale.ROOT, "%.1f", bar.value));
    }
    return drawing.toString();
  }
}
