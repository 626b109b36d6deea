package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A conversation without what was said in it.
///
/// @param place sorts conversations as they were made
public record Heading(
    @JsonIgnore long place,
    String id,
    @Nullable String title,
    Instant createdAt,
    Instant updatedAt,
    long messageCount) {}
