package dev.parley.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session as its owner sees it.
///
/// @param device as the client named itself last
/// @param address from where it was last refreshed
/// @param lastUsedAt when it was last given tokens, so up to the time behind that one holds
/// @param current whether it is the one that asks
record SignIn(
    String id,
    @Nullable String device,
    @Nullable String address,
    Instant createdAt,
    Instant lastUsedAt,
    boolean current) {}
