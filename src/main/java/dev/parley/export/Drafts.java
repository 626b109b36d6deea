package dev.parley.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Conversations and messages as they stand in a document, before anything of them is believed.
final class Drafts {

  private Drafts() {}

  record Conversation(
      @Nullable String id,
      @Nullable String kind,
      @Nullable String title,
      @Nullable String model,
      @Nullable String developerMessage,
      @Nullable Boolean archived,
      @Nullable Long activity,
      @Nullable String lastMessageId,
      @Nullable String createdAt,
      @Nullable String updatedAt,
      @Nullable Map<String, String> metadata) {}

  record Message(
      @Nullable String id,
      @Nullable String parentId,
      @Nullable String role,
      @Nullable String content,
      @Nullable String status,
      @Nullable String model,
      @Nullable Usage usage,
      @Nullable Failure error,
      @Nullable String createdAt,
      @Nullable Rating feedback,
      @Nullable List<Call> functionCalls,
      @Nullable String callId,
      @Nullable JsonNode response) {}

  record Call(@Nullable String callId, @Nullable String name, @Nullable String arguments) {}

  record Usage(@Nullable Integer inputTokens, @Nullable Integer outputTokens) {}

  record Failure(@Nullable String code, @Nullable String detail) {}

  record Rating(@Nullable String rating, @Nullable String comment, @Nullable String createdAt) {}
}
