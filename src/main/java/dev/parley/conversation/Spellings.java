package dev.parley.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ways in which a text of a character or two may be written, small and capital letters being
/// alike: for a database that takes only those of ASCII for alike by itself.
final class Spellings {

  /// Beyond these no characters have capital letters.
  private static final int PLANES = 0x2_0000;

  private static final int ASCII = 0x80;

  /// Other characters that are the same as one, but for capital letters of ASCII.
  private static final Map<Integer, List<Integer>> OTHERS = others();

  private Spellings() {}

  static List<String> of(String text) {
    var spellings = List.of("");
    for (var character : text.codePoints().map(TextBits::folded).toArray()) {
      var longer = new ArrayList<String>();
      for (var spelling : spellings) {
        longer.add(spelling + Character.toString(character));
        for (var other : OTHERS.getOrDefault(character, List.of())) {
          longer.add(spelling + Character.toString(other));
        }
      }
      spellings = longer;
    }
    return spellings;
  }

  private static Map<Integer, List<Integer>> others() {
    var others = new HashMap<Integer, List<Integer>>();
    for (var character = ASCII; character < PLANES; character++) {
      var folded = TextBits.folded(character);
      if (folded != character) {
        others.computeIfAbsent(folded, _ -> new ArrayList<>()).add(character);
      }
    }
    return others;
  }
}
