package dev.parley.auth;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A personal access token as its account sees it once it has been given out.
///
/// @param expiresAt none: it holds until it is deleted
/// @param lastUsedAt to the minute; none: it has not been used
/// @param lastFour the last characters of the token, to tell it from others
record TokenRecord(
    String id,
    String name,
    List<Scope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    String lastFour) {}
