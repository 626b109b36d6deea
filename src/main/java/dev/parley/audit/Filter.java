package dev.parley.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which events to show: those of which all that is given holds.
///
/// @param since included
/// @param until not included
record Filter(
    @Nullable String kind,
    @Nullable String actor,
    @Nullable String subject,
    @Nullable String requestId,
    @Nullable Instant since,
    @Nullable Instant until) {}
