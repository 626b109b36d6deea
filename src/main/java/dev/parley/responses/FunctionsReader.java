package dev.parley.responses;

import dev.parley.web.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads functions and the form of the text from a request, as far as it has to be known whether
/// the model can be asked like that. What else stands in them is between the asker and the model.
final class FunctionsReader {

  /// As OpenAI has it.
  private static final int MOST = 128;

  private static final int LONGEST_EFFORT = 20;

  private static final Set<String> CHOICES = Set.of("auto", "none", "required");
  private static final Set<String> FORMATS = Set.of("text", "json_object", "json_schema");

  private final Fields fields;
  private final String at;

  /// @param at what stands before the names of its fields
  private FunctionsReader(Fields fields, String at) {
    this.fields = fields;
    this.at = at;
  }

  /// Checks what was read before, elsewhere.
  ///
  /// @param at what stands before the names of its fields
  static void check(Functions functions, Fields fields, String at) {
    var reader = new FunctionsReader(fields, at);
    var _ = reader.tools(JsonNodeFactory.instance.arrayNode().addAll(functions.tools()));
    var _ = reader.choice(functions.toolChoice());
    var _ = reader.text(functions.text());
    var _ = fields.optionalText(at + "effort", functions.effort(), LONGEST_EFFORT);
  }

  /// @throws UnsupportedParameter where it asks for what no chat completion has
  static Functions read(Bodies.NewResponse body, Fields fields) {
    var reader = new FunctionsReader(fields, "");
    return new Functions(
        reader.tools(given(body.tools())),
        reader.choice(given(body.toolChoice())),
        body.parallelToolCalls(),
        reader.text(given(body.text())),
        reader.effort(given(body.reasoning())));
  }

  private List<JsonNode> tools(@Nullable JsonNode tools) {
    if (tools == null) {
      return List.of();
    }
    if (!tools.isArray() || tools.size() > MOST) {
      fields.reject(at + "tools", "must be an array of at most %d functions".formatted(MOST));
      return List.of();
    }
    for (var place = 0; place < tools.size(); place++) {
      checkFunction("tools[%d]".formatted(place), tools.get(place));
    }
    return tools.valueStream().toList();
  }

  private void checkFunction(String name, JsonNode function) {
    var field = at + name;
    var type = function.path("type").asString("");
    if (!"function".equals(type)) {
      throw new UnsupportedParameter(field, "may only be a function, and is of the type " + type);
    }
    if (function.path("name").asString("").isBlank()) {
      fields.reject(field + ".name", "is missing");
    }
    var parameters = function.path("parameters");
    if (!parameters.isMissingNode() && !parameters.isNull() && !parameters.isObject()) {
      fields.reject(field + ".parameters", "must be an object");
    }
  }

  private @Nullable JsonNode choice(@Nullable JsonNode choice) {
    if (choice != null && choice.isString()) {
      if (!CHOICES.contains(choice.stringValue())) {
        fields.reject(at + "tool_choice", "must be auto, none, required, or name a function");
      }
    } else if (choice != null) {
      checkFunction("tool_choice", choice);
    }
    return choice;
  }

  private @Nullable JsonNode text(@Nullable JsonNode text) {
    if (text == null) {
      return null;
    }
    if (!text.isObject()) {
      fields.reject(at + "text", "must be an object");
      return null;
    }
    var type = text.at("/format/type").asString("text");
    if (!FORMATS.contains(type)) {
      throw new UnsupportedParameter(at + "text.format", "may not be of the type " + type);
    }
    if ("json_schema".equals(type) && !text.at("/format/schema").isObject()) {
      fields.reject(at + "text.format.schema", "must be an object");
    }
    return text;
  }

  private @Nullable String effort(@Nullable JsonNode reasoning) {
    if (reasoning != null && !reasoning.isObject()) {
      fields.reject(at + "reasoning", "must be an object");
    }
    var effort = reasoning == null ? null : given(reasoning.get("effort"));
    if (effort != null && !effort.isString()) {
      fields.reject(at + "reasoning.effort", "must be a text");
      return null;
    }
    var field = at + "reasoning.effort";
    return effort == null ? null : fields.text(field, effort.stringValue(), LONGEST_EFFORT);
  }

  private static @Nullable JsonNode given(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node;
  }
}
