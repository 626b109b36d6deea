package dev.parley.bench;

/// A token of the model service: `~` and the time at which it was sent, so that whoever gets it
/// knows how long it was on its way. The clock is the machine's, the same for all processes.
final class Stamp {

  static final byte MARK = '~';

  /// Hexadecimal digits of nanoseconds behind the mark: 48 bits, three days.
  static final int DIGITS = 12;

  static final int LENGTH = 1 + DIGITS;
  private static final long MASK = (1L << 4 * DIGITS) - 1;

  private Stamp() {}

  static void write(long nanos, byte[] into, int at) {
    into[at] = MARK;
    var rest = nanos;
    for (var i = DIGITS; i > 0; i--) {
      into[at + i] = (byte) Character.forDigit((int) (rest & 0xf), 16);
      rest >>>= 4;
    }
  }

  /// One more digit of a time.
  static long read(long soFar, byte digit) {
    return soFar << 4 | Character.digit(digit, 16);
  }

  /// Nanoseconds from one that was read until now.
  static long since(long sent, long now) {
    return (now - sent) & MASK;
  }
}
