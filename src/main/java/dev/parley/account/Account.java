package dev.parley.account;

import dev.parley.auth.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as its owner sees it.
///
/// @param secondFactor whether a log-in needs a code besides the password
/// @param deleteConversationsAfterDays without anything happening in them; none: never
public record Account(
    String id,
    String email,
    @Nullable String name,
    Role role,
    Instant createdAt,
    boolean secondFactor,
    @Nullable Integer deleteConversationsAfterDays) {}
