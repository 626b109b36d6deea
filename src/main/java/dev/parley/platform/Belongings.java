package dev.parley.platform;

import org.jspecify.annotations.Nullable;

/// Rows that belong to an account and go when it goes. Each room says which those are.
///
/// @param kind what they are called in the receipt, such as `messages`; none for rows that the
/// account's holder never knew of
/// @param deletion deletes at most `:few` of those of `:owner`
public record Belongings(@Nullable String kind, String deletion) {}
