package dev.parley.admin;

import dev.parley.auth.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as administrators see it: nothing of what it holds.
///
/// @param lastUsedAt when one of its sessions was last given tokens
record User(
    String id,
    String email,
    @Nullable String name,
    Role role,
    Status status,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    long conversations) {}
