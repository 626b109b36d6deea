package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Statements;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Contract
class SearchListHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  private final Client member = SERVER.member();

  @Test
  void hasTheShapeOfTheWholeList() {
    var talk = Talk.start(member);
    talk.ask("The platypus lays eggs");
    var found = member.get("/conversations?q=platypus").expect(200).body();
    assertThat(found.propertyNames()).containsExactlyInAnyOrder("data", "has_more", "next_cursor");
    assertThat(found.get("data").valueStream()).containsExactly(talk.conversation());
    assertThat(found.get("has_more").booleanValue()).isFalse();
    assertThat(found.get("next_cursor").isNull()).isTrue();
  }

  @Test
  void putsWhatWasUsedLastFirst() {
    var one = titled("A platypus");
    var two = titled("Another platypus");
    assertThat(find("platypus")).containsExactly(two.id(), one.id());
    one.ask("Hello");
    assertThat(find("platypus")).containsExactly(one.id(), two.id());
  }

  @ParameterizedTest
  @CsvSource({"platypus,1", "platypus,4", "pl,3", "p,100"})
  void showsEachOnceFromPageToPage(String text, int limit) {
    var expected = new ArrayList<String>();
    for (var i = 0; i < 9; i++) {
      expected.addFirst(titled("Platypus " + i).id());
      titled("Something else " + i);
    }
    assertThat(seen(text, limit)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 100})
  void showsEachOnceWhereSomeAreNotInTheIndexYet(int limit) {
    var expected = new ArrayList<String>();
    for (var i = 0; i < 9; i++) {
      var talk = i % 4 == 3 ? titled("The platypus") : Talk.start(member);
      talk.ask(i % 4 == 3 ? "Hello" : "The platypus lays eggs");
      expected.addFirst(talk.id());
      Talk.start(member).ask("Something else");
    }
    ManyRows.index(SERVER);
    for (var i = 0; i < 9; i += 2) {
      leaveTheIndex(expected.get(i));
    }
    assertThat(seen("platypus", limit)).isEqualTo(expected);
  }

  /// A database takes so many parameters and no more, and SQLite's statements are kept.
  @Test
  void asksTheSameHoweverManyAreNotInTheIndexYet() {
    var none = searches("platypus");
    for (var i = 0; i < 3; i++) {
      var talk = Talk.start(member);
      talk.ask("The platypus lays eggs");
      leaveTheIndex(talk.id());
    }
    assertThat(searches("platypus")).isEqualTo(none);
  }

  @Test
  void findsAConversationOnceHoweverOftenItHasTheText() {
    var talk = titled("The platypus");
    talk.ask("A platypus and a platypus");
    talk.ask("Another platypus");
    assertThat(find("platypus")).containsExactly(talk.id());
    assertThat(find("pl")).containsExactly(talk.id());
  }

  @Test
  void findsAnswersToo() {
    var talk = Talk.start(member);
    talk.post("{'content':'Hello','model':'say-3-0'}").expect(200);
    Talk.start(member).ask("Hello");
    assertThat(find("w1 w2")).containsExactly(talk.id());
    assertThat(find("w2")).containsExactly(talk.id());
  }

  @Test
  void findsMessagesOfAllBranches() {
    var talk = Talk.start(member);
    talk.ask("The platypus lays eggs");
    talk.askFirst("And the echidna?");
    assertThat(find("platypus")).containsExactly(talk.id());
    assertThat(find("echidna")).containsExactly(talk.id());
  }

  @Test
  void findsTitlesAsTheyAreNow() {
    var talk = titled("The platypus");
    member.patch(talk.path(""), "{'title':'The echidna'}").expect(200);
    assertThat(find("platypus")).isEmpty();
    assertThat(find("pl")).isEmpty();
    assertThat(find("echidna")).containsExactly(talk.id());
    member.patch(talk.path(""), "{'title':null}").expect(200);
    assertThat(find("echidna")).isEmpty();
  }

  @Test
  void findsNothingThatIsSomebodyElses() {
    var other = Talk.start(SERVER.member(), Map.of("title", "The secret wombat"));
    other.ask("The secret quokka");
    for (var text : new String[] {"wombat", "quokka", "secret", "qu", "wo", "w", "w0 "}) {
      assertThat(find(text)).isEmpty();
    }
  }

  @Test
  void keepsTheArchiveApart() {
    var talk = titled("The platypus");
    member.patch(talk.path(""), "{'archived':true}").expect(200);
    assertThat(find("platypus")).isEmpty();
    var archive = member.get("/conversations?q=platypus&archived=true").expect(200).body();
    assertThat(ids(archive)).containsExactly(talk.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "%09%0A", "+"})
  void showsAllWhereNothingIsLookedFor(String blank) {
    var talk = titled("The platypus");
    var list = member.get("/conversations?q=" + blank).expect(200).body();
    assertThat(ids(list)).containsExactly(talk.id());
  }

  @Test
  void takesUpTo200Characters() {
    var talk = Talk.start(member);
    talk.ask("x".repeat(300));
    assertThat(find("x".repeat(200))).containsExactly(talk.id());
    member.get("/conversations?q=" + "x".repeat(201)).expectInvalid("q");
  }

  @Test
  void takesUpTo200CharactersFromAnywhereInALongText() {
    var text = new StringBuilder();
    new SplittableRandom(7).ints(5_000, 0x4E00, 0x9FFF).forEach(text::appendCodePoint);
    var talk = Talk.start(member);
    talk.ask(text.toString());
    ManyRows.index(SERVER);
    for (var from = 0; from + 200 <= text.length(); from += 100) {
      assertThat(find(text.substring(from, from + 200))).containsExactly(talk.id());
    }
  }

  @Test
  void refusesABadCursorOrLimit() {
    member.get("/conversations?q=platypus&cursor=garbage").expectInvalid("cursor");
    member.get("/conversations?q=platypus&limit=0").expectInvalid("limit");
  }

  /// The statements that a search takes.
  private List<String> searches(String text) {
    return Statements.during(() -> find(text)).stream()
        .filter(sql -> sql.contains("c.owner_id = ?"))
        .toList();
  }

  /// As if its messages had just come.
  private static void leaveTheIndex(String conversation) {
    SERVER.write("UPDATE messages SET unindexed = TRUE WHERE conversation_id = ?", conversation);
  }

  /// All that is found, page by page.
  private List<String> seen(String text, int limit) {
    var seen = new ArrayList<String>();
    var cursor = "";
    JsonNode list;
    do {
      list = member.get("/conversations?q=%s&limit=%d%s".formatted(text, limit, cursor)).body();
      assertThat(ids(list)).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(ids(list));
      cursor = "&cursor=" + list.get("next_cursor").asString("");
    } while (list.get("has_more").booleanValue());
    return seen;
  }

  private Talk titled(String title) {
    return Talk.start(member, Map.of("title", title));
  }

  private List<String> find(String text) {
    var path = "/conversations?q=" + text.replace(" ", "%20");
    return ids(member.get(path).expect(200).body());
  }

  private static List<String> ids(JsonNode list) {
    return Talk.ids(list.get("data").valueStream().toList());
  }
}
