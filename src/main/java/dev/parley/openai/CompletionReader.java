package dev.parley.openai;

import dev.parley.conversation.ConversationSettings;
import dev.parley.model.Models;
import dev.parley.web.Fields;
import dev.parley.web.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads what a chat completion is asked for with, as far as that has to be known here. All else is
/// between the asker and the model.
@Component
class CompletionReader {

  private static final String MODEL = "model";
  private static final String OPTIONS = "stream_options";
  private static final String USAGE = "include_usage";

  /// Said to whoever keeps an answer, which is this server, and not to the model.
  private static final String[] NOT_FOR_THE_MODEL = {"store", "metadata"};

  private final Models models;
  private final OpenAiSettings settings;
  private final ConversationSettings conversations;

  CompletionReader(Models models, OpenAiSettings settings, ConversationSettings conversations) {
    this.conversations = conversations;
    this.models = models;
    this.settings = settings;
  }

  /// @throws Invalid naming each bad field
  Completion read(Verbatim body) {
    var fields = new Fields();
    var members = new Members(body, fields);
    var model = models.choose(fields, members.text(MODEL));
    var messages = new Messages(members.array("messages", settings.mostMessages()), fields);
    var streamed = members.flag("stream");
    var options = members.object(OPTIONS);
    var cost = cost(members, model);
    var keep = keep(members, messages, fields);
    fields.check();
    var tellsUsage = options != null && options.path(USAGE).asBoolean(false);
    var passed = body.without(NOT_FOR_THE_MODEL);
    if (body.find(MODEL) == null) {
      passed = passed.with(MODEL, StringNode.valueOf(model));
    }
    if (streamed && !tellsUsage) {
      passed = passed.with(OPTIONS, askingForUsage(options));
    }
    return new Completion(model, messages.turns(), passed.text(), streamed, tellsUsage, cost, keep);
  }

  private Completion.@Nullable Keep keep(Members members, Messages messages, Fields fields) {
    var metadata = members.object("metadata");
    var conversation = metadata == null ? null : metadata.get("conversation_id");
    if (conversation != null && !conversation.isString()) {
      fields.reject("metadata.conversation_id", "must be a string");
    }
    if (conversation == null && !members.flag("store")) {
      return null;
    }
    var question = fields.text("messages", messages.lastOfUser(), conversations.longestMessage());
    return new Completion.Keep(conversation == null ? null : conversation.asString(""), question);
  }

  private Completion.Cost cost(Members members, String model) {
    var input = members.tokens("messages", "tools", "functions", "response_format", "prediction");
    var choices = members.number("n", 1, settings.mostChoices());
    var most =
        members.number("max_completion_tokens", models.longestAnswer(model), Integer.MAX_VALUE);
    if (!members.has("max_completion_tokens")) {
      most = members.number("max_tokens", models.longestAnswer(model), Integer.MAX_VALUE);
    }
    return new Completion.Cost((int) Math.min(input, Integer.MAX_VALUE), choices * most);
  }

  private static ObjectNode askingForUsage(@Nullable JsonNode options) {
    var asking = JsonNodeFactory.instance.objectNode();
    if (options != null) {
      options.properties().forEach(option -> asking.set(option.getKey(), option.getValue()));
    }
    return asking.put(USAGE, true);
  }
}
