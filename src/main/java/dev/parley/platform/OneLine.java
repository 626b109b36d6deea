package dev.parley.platform;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// Writes an event on one line, whatever people wrote into it: line ends, escape sequences and
/// overrides of the writing direction are shown as escapes, so that nobody can forge a line or
/// colour a terminal.
public final class OneLine extends ClassicConverter {

  /// The stack of an event's exception, on the same line.
  public static final class Stack extends ThrowableProxyConverter {

    @Override
    public String convert(ILoggingEvent event) {
      return event.getThrowableProxy() == null ? "" : " " + escape(super.convert(event).strip());
    }
  }

  @Override
  public String convert(ILoggingEvent event) {
    return escape(event.getFormattedMessage());
  }

  static String escape(String text) {
    if (isPlain(text) || text.codePoints().noneMatch(OneLine::isUnsafe)) {
      return text;
    }
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(c, safe));
    return safe.toString();
  }

  /// Nearly all are, and a loop sees it at a tenth of the cost.
  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static void append(int c, StringBuilder safe) {
    switch (c) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append("\\t");
      default -> {
        if (isUnsafe(c)) {
          for (var unit : Character.toChars(c)) {
            safe.append(String.format("\\u%04x", (int) unit));
          }
        } else {
          safe.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || Character.getType(c) == Character.FORMAT;
  }
}
