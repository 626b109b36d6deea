package dev.parley.responses;

import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.Metadata;
import dev.parley.conversation.Remarks;
import dev.parley.web.Fields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What responses were asked with, where conversations leave the server and come in from elsewhere:
/// the members of [Asked], and beside them those of the [Note].
@Component
class ResponseRemarks implements Remarks {

  private static final String INPUTS = "inputs";
  private static final String PLACE = "place";

  /// Names a response by the id that it has where it was written.
  private static final String PREVIOUS = "previous_response_id";

  private static final int MOST_INPUTS = 1_000;

  private final Notes notes;
  private final ConversationSettings settings;
  private final JsonMapper json;

  ResponseRemarks(Notes notes, ConversationSettings settings, JsonMapper json) {
    this.notes = notes;
    this.settings = settings;
    this.json = json;
  }

  @Override
  public Map<String, JsonNode> of(String owner, Collection<String> answerIds) {
    return notes.of(owner, answerIds).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, note -> remark(note.getValue())));
  }

  private JsonNode remark(Note note) {
    var remark = (ObjectNode) json.valueToTree(note.asked());
    return remark.put(INPUTS, note.inputs()).put(PLACE, note.place().word());
  }

  @Override
  public JsonNode accept(Fields fields, String field, JsonNode remark) {
    try {
      return remark(check(fields, field + ".", note(remark)));
    } catch (JacksonException | ClassCastException | IllegalArgumentException _) {
      fields.reject(field, "is not what a response is asked for with");
      return remark;
    }
  }

  @Override
  public void add(String answerId, JsonNode remark) {
    notes.add(answerId, note(remark));
  }

  private Note note(JsonNode remark) {
    var asked = ((ObjectNode) remark.deepCopy()).without(List.of(INPUTS, PLACE, PREVIOUS));
    return new Note(
        remark.path(INPUTS).asInt(1),
        Note.Place.of(remark.path(PLACE).asString("")),
        json.treeToValue(asked, Asked.class));
  }

  private Note check(Fields fields, String at, Note note) {
    var asked = note.asked();
    if (note.inputs() < 1 || note.inputs() > MOST_INPUTS) {
      fields.reject(at + INPUTS, "must be 1 to %d".formatted(MOST_INPUTS));
    }
    var _ =
        fields.optionalText(at + "instructions", asked.instructions(), settings.longestMessage());
    var _ = Metadata.check(fields, at + "metadata", asked.metadata());
    FunctionsReader.check(asked.functions(), fields, at + "functions.");
    return note;
  }
}
