package dev.parley.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Puts the function calls of an answer together. Of each a chunk tells the place, and what has to
/// be added; a whole answer tells them one after another.
final class CallsReader {

  /// No model calls so many at once.
  private static final int MOST = 256;

  /// What was read of a call.
  private static final class Draft {
    private final StringBuilder arguments = new StringBuilder();
    private String id = "";
    private String name = "";

    private FunctionCall call() {
      // Some services forget the id.
      var known = id.isEmpty() ? "call_" + UUID.randomUUID() : id;
      return new FunctionCall(known, name, arguments.toString());
    }
  }

  /// One element of `tool_calls`.
  private record Piece(
      int place, @Nullable String id, @Nullable String name, @Nullable String arguments) {}

  private final List<Draft> drafts = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private int length;

  /// Reads `tool_calls`, on whose array the parser stands. It counts only once it is [kept][#keep].
  void read(JsonParser parser) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      pieces.add(readPiece(parser, pieces.size()));
    }
  }

  private static Piece readPiece(JsonParser parser, int place) {
    var at = place;
    String id = null;
    var function = new @Nullable String[2];
    for (var member = parser.nextName(); member != null; member = parser.nextName()) {
      var value = parser.nextToken();
      if (value == JsonToken.VALUE_NUMBER_INT && "index".equals(member)) {
        at = parser.getValueAsInt();
      } else if (value == JsonToken.VALUE_STRING && "id".equals(member)) {
        id = parser.getString();
      } else if (value == JsonToken.START_OBJECT && "function".equals(member)) {
        readFunction(parser, function);
      } else {
        parser.skipChildren();
      }
    }
    return new Piece(at, id, function[0], function[1]);
  }

  private static void readFunction(JsonParser parser, @Nullable String[] function) {
    for (var member = parser.nextName(); member != null; member = parser.nextName()) {
      var isText = parser.nextToken() == JsonToken.VALUE_STRING;
      if (isText && "name".equals(member)) {
        function[0] = parser.getString();
      } else if (isText && "arguments".equals(member)) {
        function[1] = parser.getString();
      } else {
        parser.skipChildren();
      }
    }
  }

  /// Takes what was read, or lets it go where it belongs to another choice than the first.
  void keep(boolean isOfFirst) {
    if (isOfFirst) {
      pieces.forEach(this::add);
    }
    pieces.clear();
  }

  private void add(Piece piece) {
    if (piece.place < 0 || piece.place >= MOST) {
      throw ModelFailure.protocol("The model service sent more function calls than there can be.");
    }
    while (drafts.size() <= piece.place) {
      drafts.add(new Draft());
    }
    var draft = drafts.get(piece.place);
    draft.id = piece.id == null ? draft.id : piece.id;
    draft.name = piece.name == null ? draft.name : piece.name;
    if (piece.arguments != null) {
      draft.arguments.append(piece.arguments);
      length += piece.arguments.length();
    }
  }

  /// UTF-16 units of all arguments so far.
  int length() {
    return length;
  }

  /// Those that have a name, in their order.
  List<FunctionCall> calls() {
    return drafts.stream().filter(draft -> !draft.name.isEmpty()).map(Draft::call).toList();
  }
}
