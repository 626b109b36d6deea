package dev.parley.admin;

import dev.parley.auth.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as administrators see it: nothing of what it holds.
///
/// @param lastUsedAt when one of its sessions was last given tokens
/// @param budget its own, where it has one
record User(
    String id,
    String email,
    @Nullable String name,
    Role role,
    Status status,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    long conversations,
    @Nullable Object budget) {

  User with(@Nullable Object ownBudget) {
    return new User(id, email, name, role, status, createdAt, lastUsedAt, conversations, ownBudget);
  }
}
