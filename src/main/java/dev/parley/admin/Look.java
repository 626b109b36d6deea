package dev.parley.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An administrator's look at what an account holds, as the account's owner sees it.
///
/// @param conversationId the one that was read; none where the list of them was
record Look(String id, Instant at, @Nullable String conversationId) {}
