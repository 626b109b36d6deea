package dev.parley.platform;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The lock of a database, of names that one connection has at a time: MariaDB has none that
/// several share. So each of those that share it has a name of its own. Who takes the lock
/// takes its name first and looks whether all others are free; who shares it takes one of the
/// others first and looks whether that one is free. Of two at the same time at least one is
/// refused.
///
/// Names are those of the whole server.
final class MariaLocks {

  /// How many can share it.
  private static final int MOST = 64;

  private static final String WHOLE = "CONCAT('parley.', MD5(DATABASE()))";

  private MariaLocks() {}

  static String take() {
    return "SELECT GET_LOCK(%s, 0) AND %s".formatted(WHOLE, all(" AND ", "IS_FREE_LOCK(%s)"));
  }

  /// A server on MySQL or MariaDB stops looking at the first of several that is true.
  static String share() {
    return "SELECT (%s) AND IS_FREE_LOCK(%s)".formatted(all(" OR ", "GET_LOCK(%s, 0)"), WHOLE);
  }

  private static String all(String between, String each) {
    Function<Integer, String> one =
        n -> each.formatted("CONCAT('parley.', MD5(DATABASE()), '.%d')".formatted(n));
    return IntStream.range(0, MOST).boxed().map(one).collect(Collectors.joining(between));
  }
}
