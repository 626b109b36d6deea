package dev.parley.answer;

/// A piece of an answer's text that is to be saved while the answer is being written.
///
/// @param answerId the message that it is of
/// @param from its offset in the text, in UTF-16 units
public record Part(String answerId, int from, String text) {}
