package dev.parley.answer;

import io.netty.buffer.ByteBuf;

/// Numbers as decimal digits, without making a string of them.
final class Decimal {

  private Decimal() {}

  /// @param number not negative
  static void write(int number, ByteBuf into) {
    var divisor = 1;
    while (number / divisor >= 10) {
      divisor *= 10;
    }
    for (var rest = number; divisor > 0; divisor /= 10) {
      into.writeByte('0' + rest / divisor);
      rest %= divisor;
    }
  }
}
