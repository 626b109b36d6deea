package dev.parley.account;

import org.jspecify.annotations.Nullable;

/// Somebody has registered and has yet to prove that the address is theirs.
///
/// @param contested whether it was done with different passwords: then none of them counts
/// @param toldAt when the owner of the account that has the address was told, in milliseconds
record Registration(String email, String passwordHash, boolean contested, @Nullable Long toldAt) {}
