package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conversations by what is looked for in them. Each has a title, and a question that the model
/// repeats.
@Contract
class SearchHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  @BeforeAll
  static void talk() {
    talk("cats", "Über Katzen", "How do they purr?");
    talk("fox", "Animals", "The quick brown fox jumps");
    talk("chinese", "中文", "你好，世界！");
    talk("arabic", "عربي", "مرحبا بالعالم");
    talk("russian", "Россия", "Москва слезам не верит");
    talk("emoji", "Party", "We 😀🎉👩‍👩‍👧 together");
    talk("percent", "Sums", "It is 100% sure");
    talk("hundred", "Numbers", "It is 100 and sure");
    talk("snake", "Names", "Write snake_case here");
    talk("camel", "Other names", "Write snakeXcase here");
    talk("star", "Globs", "Match a*b and quick*");
    talk("quotes", "Speech", "He said \"quite so\" and it's done");
    talk("or", "Logic", "this OR that AND NOT NEAR(more)");
    talk("path", "Paths", "C:\\temp\\x and a-b and x^y and title:x");
    ManyRows.index(SERVER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Katzen|cats",
        "katzen|cats",
        "KATZEN|cats",
        "atze|cats",
        "über|cats",
        "ÜBER|cats",
        "Über Katzen|cats",
        "purr|cats",
        "quick brown|fox",
        "QUICK BROWN|fox",
        "uick brow|fox",
        "fox jumps|fox",
        "你好，世界|chinese",
        "世界！|chinese",
        "مرحبا|arabic",
        "МОСКВА|russian",
        "слезам|russian",
        "😀🎉👩|emoji",
        "👩‍👩‍👧|emoji"
      })
  void findsAPieceOfATitleOrAMessage(String text, String found) {
    assertThat(find(text)).containsExactly(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "世界|chinese",
        "好|chinese",
        "中文|chinese",
        "🎉|emoji",
        "😀🎉|emoji",
        "fo|fox",
        "FX|",
        "Üb|cats",
        "üb|cats",
        "ÜB|cats",
        "мо|russian",
        "МО|russian",
        "Ро|russian",
        "م|arabic"
      })
  void findsOneOrTwoCharacters(String text, @Nullable String found) {
    assertThat(find(text)).isEqualTo(names(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%|percent",
        "0%|percent",
        "100%|percent",
        "100%sure|",
        "_|snake",
        "e_|snake",
        "snake_case|snake",
        "s_ake|",
        "*|star",
        "*b|star",
        "quick*|star",
        "qui*|",
        "\"|quotes",
        "\"q|quotes",
        "\"quite so\"|quotes",
        "\"quick\"|",
        "'s|quotes",
        "it's done|quotes",
        "OR|or",
        "this OR that|or",
        "fox OR Katzen|",
        "NOT NEAR(more)|or",
        "quick AND fox|",
        "NEAR(quick fox)|",
        "quick NOT cat|",
        "\\|path",
        ":\\|path",
        "C:\\temp|path",
        "a-b|path",
        "x^y|path",
        "^quick|",
        "title:x|path",
        "title:Katzen|",
        "content:quick|",
        "{quick fox}|",
        "quick+brown|",
        "%quick%|",
        "' OR '1'='1|",
        "x'); DROP TABLE users; --|"
      })
  void takesEverythingForText(String text, @Nullable String found) {
    assertThat(find(text)).isEqualTo(names(found));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zebra", "zz", "界世", "kitten", "quick  brown"})
  void findsNothingWhereThereIsNothing(String text) {
    assertThat(find(text)).isEmpty();
  }

  private static void talk(String name, String title, String question) {
    var talk = Talk.start(MEMBER, Map.of("title", title));
    talk.ask(question);
    NAMES.put(talk.id(), name);
  }

  private static List<String> names(@Nullable String found) {
    return found == null ? List.of() : List.of(found.split(" "));
  }

  private static List<String> find(String text) {
    var list =
        MEMBER
            .get("/conversations?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
            .expect(200)
            .body();
    return Talk.ids(list.get("data").valueStream().toList()).stream()
        .map(id -> NAMES.getOrDefault(id, "another"))
        .toList();
  }
}
