package dev.parley.responses;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.conversation.Message;
import dev.parley.model.FunctionCall;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An item of a conversation, or of what a response was given or gave: a message, a function call,
/// or what a function gave. Each is told by its members, and has no others.
///
/// @param status `in_progress`, `completed` or `incomplete`
/// @param role `user` or `assistant`
@JsonInclude(JsonInclude.Include.NON_NULL)
record Item(
    String id,
    String type,
    String status,
    @Nullable String role,
    @Nullable List<Part> content,
    @Nullable String callId,
    @Nullable String name,
    @Nullable String arguments,
    @Nullable String output) {

  static final String FUNCTION_CALL = "function_call";
  static final String FUNCTION_OUTPUT = "function_call_output";

  private static final String COMPLETED = "completed";
  private static final String IN_PROGRESS = "in_progress";

  /// A text of an item.
  ///
  /// @param type `input_text` or `output_text`
  /// @param annotations none are made here; only of what the model wrote
  /// @param logprobs the same
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Part(
      String type,
      String text,
      @Nullable List<String> annotations,
      @Nullable List<String> logprobs) {

    static Part output(String text) {
      return new Part("output_text", text, List.of(), List.of());
    }

    private static Part input(String text) {
      return new Part("input_text", text, null, null);
    }
  }

  /// The items of a message, in their order: its text, and the functions that are called with it.
  static List<Item> of(Message message) {
    if (message.callId() != null) {
      return List.of(output(message.id(), message.callId(), message.content()));
    }
    var calls = message.functionCalls();
    var hasText = !message.content().isEmpty() || calls.isEmpty();
    return Stream.concat(
            hasText ? Stream.of(text(message)) : Stream.empty(),
            calls.stream().map(call -> call(message.id(), call)))
        .toList();
  }

  private static Item text(Message message) {
    var text = message.content();
    var part = message.isUser() ? Part.input(text) : Part.output(text);
    return message(message.id(), status(message.status()), message.role(), List.of(part));
  }

  private static Item message(String id, String status, String role, List<Part> content) {
    return new Item(id, "message", status, role, content, null, null, null, null);
  }

  private static Item output(String id, String callId, String output) {
    return new Item(id, FUNCTION_OUTPUT, COMPLETED, null, null, callId, null, null, output);
  }

  /// A function call of an answer.
  static Item call(String messageId, FunctionCall call) {
    return call(messageId, call, COMPLETED, call.arguments());
  }

  /// The same, before anything of its arguments.
  static Item callBegun(String messageId, FunctionCall call) {
    return call(messageId, call, IN_PROGRESS, "");
  }

  private static Item call(String messageId, FunctionCall call, String status, String arguments) {
    return new Item(
        ItemId.of(messageId, call).text(),
        FUNCTION_CALL,
        status,
        null,
        null,
        call.callId(),
        call.name(),
        arguments,
        null);
  }

  /// An answer that is being written.
  static Item begun(String id) {
    return message(id, IN_PROGRESS, "assistant", List.of());
  }

  /// An answer that has ended.
  ///
  /// @param outcome the status of its message
  static Item ended(String id, String outcome, String text) {
    return message(id, status(outcome), "assistant", List.of(Part.output(text)));
  }

  private static String status(String ofMessage) {
    return switch (ofMessage) {
      case IN_PROGRESS, COMPLETED -> ofMessage;
      default -> "incomplete";
    };
  }
}
