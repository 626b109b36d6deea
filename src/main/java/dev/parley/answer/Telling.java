package dev.parley.answer;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// How one answer is told as a sequence of numbered events, by the room whose interface has them.
/// Each event is an object with its `type`, which is its name as well; its number and the text are
/// put in here.
///
/// Called on event loops: it may not block.
public interface Telling {

  /// What comes first.
  List<ObjectNode> opening();

  /// What comes between that and the first of the text, where there is any text.
  List<ObjectNode> beforeText();

  /// What an event with more text has besides the text.
  ObjectNode delta();

  /// What comes after the text; the last of it says how the answer ended. Never empty.
  List<ObjectNode> closing(End end);
}
