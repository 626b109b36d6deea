package dev.parley.budget;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Balances that many share. They are taken from in this order, so that no two wait for each other.
enum Pool {
  GUESTS,
  EVERYBODY;

  String subject() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean holds(Payer payer) {
    return this == EVERYBODY || payer instanceof Payer.GuestSession;
  }

  static String joined(Set<Pool> pools) {
    return pools.stream().map(Pool::subject).collect(Collectors.joining(","));
  }

  static Set<Pool> split(String joined) {
    var pools = EnumSet.noneOf(Pool.class);
    for (var pool : values()) {
      if (joined.contains(pool.subject())) {
        pools.add(pool);
      }
    }
    return pools;
  }
}
