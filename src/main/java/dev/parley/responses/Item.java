package dev.parley.responses;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.conversation.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as an item of a conversation, or of what a response was given or gave.
///
/// @param status `in_progress`, `completed` or `incomplete`
/// @param role `user` or `assistant`
record Item(String id, String type, String status, String role, List<Part> content) {

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

  static Item of(Message message) {
    var text = message.content();
    var part = message.isUser() ? Part.input(text) : Part.output(text);
    return new Item(
        message.id(), "message", status(message.status()), message.role(), List.of(part));
  }

  /// An answer that is being written.
  static Item begun(String id) {
    return new Item(id, "message", "in_progress", "assistant", List.of());
  }

  /// An answer that has ended.
  ///
  /// @param outcome the status of its message
  static Item ended(String id, String outcome, String text) {
    return new Item(id, "message", status(outcome), "assistant", List.of(Part.output(text)));
  }

  private static String status(String ofMessage) {
    return switch (ofMessage) {
      case "in_progress", "completed" -> ofMessage;
      default -> "incomplete";
    };
  }
}
