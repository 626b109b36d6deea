package dev.parley.limit;

import org.jspecify.annotations.Nullable;

/// The places that each account, guest session or address has for answers that are being written:
/// the one door to them, whoever keeps count.
interface AccountPlaces {

  /// Takes a place.
  ///
  /// @param key for whom
  /// @param most how many they have
  /// @return gives it back, once, without waiting; none where all are taken
  @Nullable Runnable take(String key, int most);
}
