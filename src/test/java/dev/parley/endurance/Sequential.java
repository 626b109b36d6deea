package dev.parley.endurance;

import java.util.Optional;

/// How a thing behaves where one operation follows the other: a model of it.
///
/// @param <S> its states, which are values
@FunctionalInterface
interface Sequential<S, O, R> {

  /// The state after an operation of which that was told; none where that cannot be told.
  Optional<S> after(S state, O operation, R told);

  /// The state where what was told is what had to be; else none.
  static <S, R> Optional<S> only(R expected, R told, S state) {
    return expected.equals(told) ? Optional.of(state) : Optional.empty();
  }
}
