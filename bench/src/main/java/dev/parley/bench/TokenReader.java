package dev.parley.bench;

/// Finds the tokens in a stream of events: the stamps in lines of data whose object begins with
/// `"text"`, as Parley's pieces do, or with `"id"`, as the model's own chunks do. Parley's other
/// events repeat the whole text and do not count.
final class TokenReader {

  /// Where in a line of data the first name of its object begins: behind `data: {"`.
  private static final int NAME_AT = 8;

  /// What becomes of them.
  @FunctionalInterface
  interface Sink {
    /// @param onItsWay nanoseconds since the model sent it
    void token(long onItsWay, long now);
  }

  private final Sink sink;
  private int column;
  private boolean counts;
  private int digits;
  private long stamp;

  TokenReader(Sink sink) {
    this.sink = sink;
  }

  void begin() {
    column = 0;
    counts = false;
    digits = 0;
  }

  void take(byte next, long now) {
    if (next == '\n') {
      begin();
      return;
    }
    if (column == 0) {
      counts = next == 'd';
    } else if (column == NAME_AT) {
      counts &= next == 't' || next == 'i';
    }
    column++;
    if (counts && column > NAME_AT) {
      stamp(next, now);
    }
  }

  private void stamp(byte next, long now) {
    if (next == Stamp.MARK) {
      digits = Stamp.DIGITS;
      stamp = 0;
    } else if (digits > 0) {
      stamp = Stamp.read(stamp, next);
      if (--digits == 0) {
        sink.token(Stamp.since(stamp, now), now);
      }
    }
  }
}
