package dev.parley.responses;

import dev.parley.answer.End;
import dev.parley.answer.Telling;
import dev.parley.openai.ErrorBody;
import dev.parley.web.Refusal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A response as a stream, in the events of OpenAI's interface and in their order. There is always
/// one item, with one text in it.
final class ResponseEvents implements Telling {

  private final Head head;
  private final JsonMapper json;

  ResponseEvents(Head head, JsonMapper json) {
    this.head = head;
    this.json = json;
  }

  @Override
  public List<ObjectNode> opening() {
    return List.of(
        response("response.created", Outcome.BEGUN),
        response("response.in_progress", Outcome.BEGUN),
        item("response.output_item.added", Item.begun(head.messageId())),
        part("response.content_part.added", ""));
  }

  @Override
  public ObjectNode delta() {
    var delta = text("response.output_text.delta");
    delta.putArray("logprobs");
    return delta;
  }

  @Override
  public List<ObjectNode> closing(End end) {
    return switch (end) {
      case End.Completed completed -> closing(Outcome.carried(completed.message()));
      case End.Stopped stopped -> closing(Outcome.carried(stopped.message()));
      case End.Failed failed when failed.message() != null ->
          closing(Outcome.carried(failed.message()));
      case End.Failed failed -> List.of(error(failed.failure()));
    };
  }

  private List<ObjectNode> closing(Outcome outcome) {
    if (outcome.isFailed()) {
      return List.of(response("response.failed", outcome));
    }
    var isWhole = "completed".equals(outcome.status());
    var text = outcome.text();
    var done = text("response.output_text.done").put("text", text);
    done.putArray("logprobs");
    return List.of(
        done,
        part("response.content_part.done", text),
        item("response.output_item.done", Item.ended(head.messageId(), outcome.status(), text)),
        response(isWhole ? "response.completed" : "response.incomplete", outcome));
  }

  /// Of a response that is gone, or that this client may read no more.
  private ObjectNode error(Refusal because) {
    var details = ErrorBody.of(because).error();
    return event("error")
        .put("code", details.code())
        .put("message", details.message())
        .put("param", details.param());
  }

  private ObjectNode response(String type, Outcome outcome) {
    return event(type).set("response", json.valueToTree(head.with(outcome)));
  }

  private ObjectNode item(String type, Item item) {
    return event(type).put("output_index", 0).set("item", json.valueToTree(item));
  }

  private ObjectNode part(String type, String text) {
    return text(type).set("part", json.valueToTree(Item.Part.output(text)));
  }

  /// About the one text of the one item.
  private ObjectNode text(String type) {
    return event(type)
        .put("item_id", head.messageId())
        .put("output_index", 0)
        .put("content_index", 0);
  }

  private ObjectNode event(String type) {
    return json.createObjectNode().put("type", type);
  }
}
