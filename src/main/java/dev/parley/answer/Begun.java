package dev.parley.answer;

/// An answer that has been begun.
///
/// @param question as it was stored
public record Begun<Q extends Opening>(LiveAnswer answer, Q question) {}
