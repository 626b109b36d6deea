package dev.parley.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a verification found.
///
/// @param events how many of them were looked at, in segments
/// @param unsealed how many wait to be sealed
/// @param faults how many there are
/// @param findings the first of them, in words
/// @param end the last segment, as `<number>:<seal>`: kept elsewhere, it proves later that nothing
///     was cut off
record Verdict(
    boolean whole,
    long events,
    long segments,
    long unsealed,
    long faults,
    List<String> findings,
    @Nullable String end) {}
