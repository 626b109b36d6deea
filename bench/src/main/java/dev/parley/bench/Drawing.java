package dev.parley.bench;

import java.util.Locale;

/// A picture in SVG, readable on light and dark pages.
final class Drawing {

  private final StringBuilder svg = new StringBuilder();

  Drawing(int width, int height, String title) {
    add(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" role="img" \
        font-family="system-ui, sans-serif" font-size="13">
        <title>%s</title>
        <rect width="100%%" height="100%%" rx="8" fill="#fff"/>""",
        width, height, width, title);
    add("<text x=\"16\" y=\"26\" font-size=\"15\" font-weight=\"600\" fill=\"#222\">%s</text>", title);
  }

  void text(double x, double y, String anchor, String text) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333\">%s</text>", x, y, anchor, text);
  }

  void bar(double x, double y, double width, double height, String colour) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\" fill=\"%s\"/>",
        x, y, width, height, colour);
  }

  void line(double x1, double y1, double x2, double y2) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
        x1, y1, x2, y2);
  }

  void curve(String points, String colour) {
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>",
        points, colour);
  }

  /// Whose it is.
  static String colour(String who) {
    return switch (who) {
      case "nginx" -> "#7b8794";
      case "direct" -> "#b0b8c0";
      default -> "#2563eb";
    };
  }

  private void add(String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  @Override
  public String toString() {
    return svg + "</svg>\n";
  }
}
