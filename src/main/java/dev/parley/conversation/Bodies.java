package dev.parley.conversation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The bodies of requests. Where it matters whether a field is missing or `null`, it is a node.
final class Bodies {

  private Bodies() {}

  record NewConversation(
      @Nullable String title, @Nullable String model, @Nullable String developerMessage) {}

  record ChangedConversation(
      @Nullable JsonNode title,
      @Nullable String model,
      @Nullable JsonNode developerMessage,
      @Nullable Boolean archived) {}

  record Question(
      @Nullable String content,
      @Nullable String model,
      @Nullable Boolean stream,
      @Nullable JsonNode parentId) {}

  record Regeneration(@Nullable String model, @Nullable Boolean stream) {}
}
