package dev.parley.platform;

/// Rows that belong to an account and go when it goes. Each room says which those are.
///
/// @param kind what they are called in the receipt, such as `messages`
/// @param deletion deletes at most `:few` of those of `:owner`
public record Belongings(String kind, String deletion) {}
