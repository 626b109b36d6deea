package dev.parley.responses;

import dev.parley.answer.End;
import dev.parley.answer.Telling;
import dev.parley.model.FunctionCall;
import dev.parley.openai.ErrorBody;
import dev.parley.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A response as a stream, in the events of OpenAI's interface and in their order. If there is any
/// text, its item comes first, with that one text in it; then each function call is told at once,
/// when the answer is whole.
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
        response("response.in_progress", Outcome.BEGUN));
  }

  @Override
  public List<ObjectNode> beforeText() {
    return List.of(
        item("response.output_item.added", 0, Item.begun(head.messageId())),
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
    var events = new ArrayList<ObjectNode>();
    if (!outcome.text().isEmpty()) {
      events.addAll(textDone(outcome));
    }
    var place = events.isEmpty() ? 0 : 1;
    for (var call : outcome.calls()) {
      events.addAll(call(place++, call));
    }
    var isWhole = "completed".equals(outcome.status());
    events.add(response(isWhole ? "response.completed" : "response.incomplete", outcome));
    return events;
  }

  private List<ObjectNode> textDone(Outcome outcome) {
    var text = outcome.text();
    var done = text("response.output_text.done").put("text", text);
    done.putArray("logprobs");
    return List.of(
        done,
        part("response.content_part.done", text),
        item("response.output_item.done", 0, Item.ended(head.messageId(), outcome.status(), text)));
  }

  private List<ObjectNode> call(int place, FunctionCall call) {
    var item = Item.call(head.messageId(), call);
    return List.of(
        item("response.output_item.added", place, Item.callBegun(head.messageId(), call)),
        arguments("response.function_call_arguments.delta", place, item)
            .put("delta", call.arguments()),
        arguments("response.function_call_arguments.done", place, item)
            .put("name", call.name())
            .put("arguments", call.arguments()),
        item("response.output_item.done", place, item));
  }

  private ObjectNode arguments(String type, int place, Item item) {
    return event(type).put("item_id", item.id()).put("output_index", place);
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

  private ObjectNode item(String type, int place, Item item) {
    return event(type).put("output_index", place).set("item", json.valueToTree(item));
  }

  private ObjectNode part(String type, String text) {
    return text(type).set("part", json.valueToTree(Item.Part.output(text)));
  }

  /// About the one text.
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
