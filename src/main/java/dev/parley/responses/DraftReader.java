package dev.parley.responses;

import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.Metadata;
import dev.parley.model.Models;
import dev.parley.platform.Ids;
import dev.parley.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads what a response is asked for with.
@Component
class DraftReader {

  private static final double WARMEST = 2;

  private final Models models;
  private final ConversationSettings settings;
  private final Input.Limits limits;
  private final Ids ids;

  DraftReader(Models models, ConversationSettings settings, ResponseSettings responses, Ids ids) {
    this.models = models;
    this.settings = settings;
    this.limits = Input.Limits.of(settings, responses);
    this.ids = ids;
  }

  /// @throws UnsupportedParameter where it asks for what is not here
  /// @throws dev.parley.web.Invalid naming each bad field
  Draft read(Bodies.NewResponse body) {
    checkSupported(body);
    var fields = new Fields();
    var input = Input.read(body.input(), fields, limits, ids);
    if (!input.said().isEmpty() && !input.said().getLast().isUser()) {
      fields.reject("input", "must end with a message of the user, or the output of a function");
    }
    if (input.said().isEmpty()) {
      fields.reject("input", "must have a message of the user");
    }
    var asked =
        new Asked(
            fields.optionalText("instructions", body.instructions(), settings.longestMessage()),
            body.previousResponseId(),
            Metadata.check(fields, "metadata", body.metadata()),
            atLeastOne(fields, body.maxOutputTokens()),
            within(fields, "temperature", body.temperature(), WARMEST),
            within(fields, "top_p", body.topP(), 1),
            body.isInBackground(),
            FunctionsReader.read(body, fields));
    var model = body.model() == null ? null : models.choose(fields, body.model());
    var where = where(fields, body);
    fields.check();
    return new Draft(
        model, input.developer(), input.said(), where, asked, body.isStored(), body.isStreamed());
  }

  private static void checkSupported(Bodies.NewResponse body) {
    if (body.prompt() != null && !body.prompt().isNull()) {
      throw new UnsupportedParameter("prompt", "is not supported");
    }
    if (!body.isStored()) {
      checkKeepsNothing(body);
    }
  }

  private static void checkKeepsNothing(Bodies.NewResponse body) {
    if (body.isInBackground()) {
      throw new UnsupportedParameter("background", "needs a response that is stored");
    }
    if (body.previousResponseId() != null) {
      throw new UnsupportedParameter("previous_response_id", "needs a response that is stored");
    }
    if (isGiven(body.conversation())) {
      throw new UnsupportedParameter("conversation", "needs a response that is stored");
    }
  }

  private static Draft.Where where(Fields fields, Bodies.NewResponse body) {
    var conversation = body.conversation();
    var previous = body.previousResponseId();
    if (isGiven(conversation) && previous != null) {
      fields.reject("previous_response_id", "may not be there beside a conversation");
    }
    if (previous != null) {
      return new Draft.Where.After(previous);
    }
    if (conversation == null || conversation.isNull()) {
      return new Draft.Where.Nowhere();
    }
    var id = conversation.isObject() ? conversation.path("id") : conversation;
    if (!id.isString()) {
      fields.reject("conversation", "must be an id, or an object with one");
    }
    return new Draft.Where.In(id.asString(""));
  }

  private static boolean isGiven(@Nullable JsonNode node) {
    return node != null && !node.isNull();
  }

  private static @Nullable Integer atLeastOne(Fields fields, @Nullable Integer tokens) {
    if (tokens != null && tokens < 1) {
      fields.reject("max_output_tokens", "must be 1 or more");
    }
    return tokens;
  }

  private static @Nullable Double within(
      Fields fields, String field, @Nullable Double number, double most) {
    if (number != null && !(number >= 0 && number <= most)) {
      fields.reject(field, "must be from 0 to %.0f".formatted(most));
    }
    return number;
  }
}
