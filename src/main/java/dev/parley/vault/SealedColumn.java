package dev.parley.vault;

/// A column that holds sealed secrets. Each room that has one names it as a bean, so that its
/// secrets move when the master key changes.
///
/// @param purpose the [Binding]'s
/// @param table where it is
/// @param key the column that is unique in the table and holds the binding's owner
/// @param column where the sealed secret stands; it may be null
public record SealedColumn(String purpose, String table, String key, String column) {}
