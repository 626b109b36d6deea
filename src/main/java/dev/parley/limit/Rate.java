package dev.parley.limit;

import dev.parley.platform.UnsafeStart;
import java.time.Duration;
import java.util.regex.Pattern;

/// So many in so much time.
public record Rate(int count, Duration time) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,5})(s|m|h|d)");

  public Rate {
    if (count < 1 || time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("a rate is at least one in some time");
    }
  }

  /// Reads a rate such as `60/1m`; the units are `s`, `m`, `h` and `d`.
  ///
  /// @param setting its name, for the error
  /// @throws UnsafeStart for anything else
  static Rate parse(String setting, String text) {
    var parts = FORM.matcher(text.strip());
    if (!parts.matches() || parts.group(1).matches("0+") || parts.group(2).matches("0+")) {
      throw new UnsafeStart(
          "%s is not a limit: %s".formatted(setting, text),
          "Set it to a count and a time, such as 60/1m or 10/1h.");
    }
    var number = Integer.parseInt(parts.group(2));
    var time =
        switch (parts.group(3)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    return new Rate(Integer.parseInt(parts.group(1)), time);
  }
}
