package dev.parley.responses;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a response is asked for with that is the model's alone: functions that it may call, the
/// form of its text, and how hard it is to think. Kept and told again as it came; the model gets it
/// as chat completions have it.
///
/// @param tools functions; empty for none
/// @param toolChoice which of them it may or has to call; none: as it likes
/// @param parallel whether it may call several at once; none: as it likes
/// @param text how its text is to be; none: as it likes
/// @param effort how hard it is to think; none: as it likes
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Functions(
    List<JsonNode> tools,
    @Nullable JsonNode toolChoice,
    @Nullable Boolean parallel,
    @Nullable JsonNode text,
    @Nullable String effort) {

  static final Functions NONE = new Functions(List.of(), null, null, null, null);

  private static final String FUNCTION = "function";
  private static final String TYPE = "type";
  private static final String JSON_SCHEMA = "json_schema";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  Functions {
    tools = tools == null ? List.of() : List.copyOf(tools);
  }

  /// Members of a chat completion's request.
  Map<String, JsonNode> members() {
    var members = new TreeMap<String, JsonNode>();
    if (!tools.isEmpty()) {
      var functions = JSON.arrayNode();
      tools.forEach(tool -> functions.add(wrapped(tool, FUNCTION)));
      members.put("tools", functions);
    }
    if (toolChoice != null && !tools.isEmpty()) {
      members.put(
          "tool_choice", toolChoice.isObject() ? wrapped(toolChoice, FUNCTION) : toolChoice);
    }
    if (parallel != null && !tools.isEmpty()) {
      members.put("parallel_tool_calls", JSON.booleanNode(parallel));
    }
    var format = text == null ? JSON.missingNode() : text.path("format");
    if (format.isObject() && !"text".equals(format.path(TYPE).asString(""))) {
      var isSchema = JSON_SCHEMA.equals(format.path(TYPE).asString(""));
      members.put("response_format", isSchema ? wrapped(format, JSON_SCHEMA) : format);
    }
    var verbosity = text == null ? JSON.missingNode() : text.path("verbosity");
    if (verbosity.isString()) {
      members.put("verbosity", verbosity);
    }
    if (effort != null) {
      members.put("reasoning_effort", JSON.stringNode(effort));
    }
    return members;
  }

  /// An object of which chat completions have all but the type within another object.
  private static ObjectNode wrapped(JsonNode flat, String name) {
    var inner = JSON.objectNode();
    flat.properties().stream()
        .filter(member -> !TYPE.equals(member.getKey()) && !member.getValue().isNull())
        .forEach(member -> inner.set(member.getKey(), member.getValue()));
    return JSON.objectNode().put(TYPE, name).set(name, inner);
  }

  /// The functions as they are told again: with what OpenAI's clients look for in each.
  List<JsonNode> told() {
    var told = new ArrayList<JsonNode>();
    for (var tool : tools) {
      var function = (ObjectNode) tool.deepCopy();
      for (var member : List.of("parameters", "strict")) {
        if (!function.has(member)) {
          function.putNull(member);
        }
      }
      told.add(function);
    }
    return told;
  }

  /// How the text is to be, as it is told again.
  JsonNode toldText() {
    if (text != null && text.path("format").isObject()) {
      return text;
    }
    var told = text == null ? JSON.objectNode() : (ObjectNode) text.deepCopy();
    return told.set("format", JSON.objectNode().put(TYPE, "text"));
  }
}
