package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A conversation as it leaves the server, or comes in from elsewhere; its messages go apart.
///
/// @param place sorts conversations as they were made
/// @param id the one that it has where it was written
/// @param kind `chat`, or `questions` for the one running thread of questions
/// @param activity sorts conversations by what happened in them last
/// @param lastMessageId the end of the branch last used; none where there is no message
/// @param metadata what clients have noted
public record Transcript(
    @JsonIgnore long place,
    String id,
    String kind,
    @Nullable String title,
    String model,
    @Nullable String developerMessage,
    boolean archived,
    long activity,
    @Nullable String lastMessageId,
    Instant createdAt,
    Instant updatedAt,
    Map<String, String> metadata) {}
