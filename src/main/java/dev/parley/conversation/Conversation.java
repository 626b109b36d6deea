package dev.parley.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A conversation as its owner sees it; its messages are asked for apart.
public record Conversation(
    String id,
    @Nullable String title,
    String model,
    @Nullable String developerMessage,
    boolean archived,
    Instant createdAt,
    Instant updatedAt,
    int messageCount) {}
