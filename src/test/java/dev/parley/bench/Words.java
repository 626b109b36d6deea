package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Texts such as people and models write, of made-up words in three scripts. As in any language few
/// words are frequent and most are rare. The same seed gives the same texts.
final class Words {

  private static final int VOCABULARY = 20_000;
  private static final String[] LATIN = {
    "ka", "lo", "mi", "ren", "su", "ta", "vor", "el", "an", "dis", "per", "qua", "zo", "ith"
  };
  private static final String[] CYRILLIC = {"ка", "ло", "ми", "рен", "су", "та", "вор", "эль"};
  private static final String[] CHINESE = {"山", "水", "火", "木", "金", "土", "日", "月", "人", "大"};

  private final List<String> words = new ArrayList<>(VOCABULARY);
  private final RandomGenerator random;

  Words(RandomGenerator random) {
    this.random = random;
    for (var n = 0; n < VOCABULARY; n++) {
      words.add(word(n % 10 == 8 ? CYRILLIC : n % 10 == 9 ? CHINESE : LATIN));
    }
  }

  /// The one that stands in most texts.
  String mostFrequent() {
    return words.getFirst();
  }

  /// A text of so many words.
  String text(int length) {
    var text = new StringBuilder();
    for (var n = 0; n < length; n++) {
      var share = random.nextDouble();
      text.append(n == 0 ? "" : " ").append(words.get((int) (VOCABULARY * share * share * share)));
    }
    return text.toString();
  }

  private String word(String[] syllables) {
    var word = new StringBuilder();
    for (var n = 2 + random.nextInt(3); n > 0; n--) {
      word.append(syllables[random.nextInt(syllables.length)]);
    }
    return word.toString();
  }
}
