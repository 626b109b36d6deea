package dev.parley.endurance;

/// Something that a client did, and what it was told.
///
/// @param began when it was sent; `ended` when the answer was there: both by [System#nanoTime()]
record Done<O, R>(O operation, R told, long began, long ended) {}
