package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What nodes say to one another, also to those of another version.
class WordNotationTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final WordNotation notation = new WordNotation(JSON);

  static Stream<Word> words() {
    return Stream.of(
        new Word.Follow("a", Map.of("msg_1", 7)),
        new Word.Grown(List.of(new Word.Piece("msg_1", 7, "two\nlines 😀", false))),
        new Word.Stop("msg_1"),
        new Word.Ask("a", "acc_1"),
        new Word.Answering("a", "acc_1", "conv_1", "msg_1", JSON.createObjectNode().put("n", 1)),
        new Word.Happened("a", "acc_1", "event: x\n\n"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void isReadAsItWasWritten(Word word) {
    assertThat(notation.read(notation.write(word))).contains(word);
  }

  @ParameterizedTest
  @MethodSource("words")
  void isReadWithoutWhatAnotherVersionAdds(Word word) {
    var more = notation.write(word).replaceFirst("\\{", "{\"since\":\"2.0\",");
    assertThat(notation.read(more)).contains(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Stop", "Sing\n{}", "Stop\n", "Stop\n[]", "Grown\n{\"pieces\":7}"})
  void passesOverWhatItDoesNotKnow(String words) {
    assertThat(notation.read(words)).isEmpty();
  }
}
