package dev.parley.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What it means when the model service answers with another status than 200.
final class Refusals {

  /// Made beforehand: the first to read would make it under a lock, and event loops read here.
  private static final ObjectReader TREE = new JsonMapper().readerFor(JsonNode.class);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Set<String> TOO_LONG =
      Set.of("context_length_exceeded", "string_above_max_length");

  private Refusals() {}

  /// @param hasOwnKey whether it was asked with a key of the asker's
  /// @param retryAfter the header's value
  /// @param body as much of the body as was read
  static ModelFailure of(int status, boolean hasOwnKey, @Nullable String retryAfter, byte[] body) {
    var error = error(body);
    var code = error.path("code").asString("");
    var message = Scrubbed.text(error.isString() ? error.stringValue() : message(error));
    return switch (status) {
      case 401, 403 -> hasOwnKey ? ModelFailure.keyRejected() : ModelFailure.misconfigured();
      case 408 -> ModelFailure.timeout("The model service took too long.");
      case 429 -> ModelFailure.rateLimited(wait(retryAfter));
      default -> {
        if (status >= 500) {
          yield ModelFailure.failed(status);
        } else if (status >= 400) {
          yield refused(status, code, message);
        }
        yield ModelFailure.protocol("The model service answered with status %d.".formatted(status));
      }
    };
  }

  private static ModelFailure refused(int status, String code, String message) {
    var lower = message.toLowerCase(Locale.ROOT);
    if (TOO_LONG.contains(code) || (status != 404 && lower.contains("context length"))) {
      return ModelFailure.refused("model_context_too_long", message);
    }
    if (status == 404 || "model_not_found".equals(code)) {
      return ModelFailure.refused(
          "model_unknown",
          message.isBlank() ? "The model service does not know the model." : message);
    }
    return ModelFailure.refused(
        "model_refused",
        message.isBlank()
            ? "The model service refused with status %d.".formatted(status)
            : message);
  }

  private static @Nullable Duration wait(@Nullable String retryAfter) {
    try {
      if (retryAfter == null) {
        return null;
      }
      var asked = Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.strip())));
      return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    } catch (NumberFormatException _) {
      return LONGEST_WAIT;
    }
  }

  private static String message(JsonNode error) {
    return error.path("message").asString("");
  }

  /// What OpenAI puts into `error`, others put there as text, or do without it.
  private static JsonNode error(byte[] body) {
    try {
      JsonNode tree = TREE.readValue(body);
      return tree.has("error") ? tree.path("error") : tree;
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }
}
