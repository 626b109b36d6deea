package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Contract
class ConversationListHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Client MEMBER = SERVER.member();
  private static final List<String> NEWEST_FIRST = new ArrayList<>();

  @BeforeAll
  static void make45() {
    IntStream.range(0, 45).forEach(_ -> NEWEST_FIRST.add(MEMBER.conversation()));
    Collections.reverse(NEWEST_FIRST);
  }

  @Test
  void isEmptyAtFirst() {
    var list = SERVER.member().get("/conversations").expect(200);
    assertThat(list.raw()).isEqualTo("{\"data\":[],\"has_more\":false,\"next_cursor\":null}");
  }

  @Test
  void showsTwentyWhereNothingElseIsSaid() {
    var list = MEMBER.get("/conversations").expect(200).body();
    assertThat(list.propertyNames()).containsExactlyInAnyOrder("data", "has_more", "next_cursor");
    assertThat(ids(list)).isEqualTo(NEWEST_FIRST.subList(0, 20));
    assertThat(list.get("has_more").booleanValue()).isTrue();
    assertThat(list.get("next_cursor").stringValue()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"1,45", "7,7", "20,3", "44,2", "45,1", "46,1", "100,1"})
  void showsEachOnceFromPageToPage(int limit, int pages) {
    var seen = new ArrayList<String>();
    var cursor = "";
    for (var page = 1; page <= pages; page++) {
      var list = MEMBER.get("/conversations?limit=%d%s".formatted(limit, cursor)).body();
      seen.addAll(ids(list));
      assertThat(list.get("has_more").booleanValue()).isEqualTo(page < pages);
      assertThat(list.get("next_cursor").isNull()).isEqualTo(page == pages);
      cursor = "&cursor=" + list.get("next_cursor").asString("");
    }
    assertThat(seen).isEqualTo(NEWEST_FIRST);
  }

  @Test
  void showsNoneTwiceWhereOneIsMadeBetweenTwoPages() {
    var member = SERVER.member();
    var second = member.conversation();
    var first = member.conversation();
    var page = member.get("/conversations?limit=1").body();
    var later = member.conversation();
    var next = member.get("/conversations?limit=9&cursor=" + page.get("next_cursor").stringValue());
    assertThat(ids(page)).containsExactly(first);
    assertThat(ids(next.body())).containsExactly(second).doesNotContain(later);
  }

  @Test
  void putsWhatWasUsedLastFirst() {
    var member = SERVER.member();
    var one = Talk.start(member);
    var two = Talk.start(member);
    var three = Talk.start(member);
    assertThat(listOf(member)).containsExactly(three.id(), two.id(), one.id());
    var exchange = one.ask("Hello");
    assertThat(listOf(member)).containsExactly(one.id(), three.id(), two.id());
    two.ask("Hello");
    assertThat(listOf(member)).containsExactly(two.id(), one.id(), three.id());
    one.regenerate(exchange.answerId());
    assertThat(listOf(member)).containsExactly(one.id(), two.id(), three.id());
  }

  @Test
  void showsNoMessages() {
    var talk = Talk.start(SERVER);
    talk.ask("A question that is not shown twice");
    var listed = talk.member().get("/conversations").expect(200).body().at("/data/0");
    assertThat(listed).isEqualTo(talk.conversation());
    assertThat(listed.propertyNames()).doesNotContain("messages");
    assertThat(listed.get("message_count").intValue()).isEqualTo(2);
  }

  @Test
  void keepsTheArchiveApart() {
    var member = SERVER.member();
    var kept = member.conversation();
    var archived = member.conversation();
    member.patch("/conversations/" + archived, "{'archived':true}").expect(200);
    assertThat(listOf(member)).containsExactly(kept);
    assertThat(ids(member.get("/conversations?archived=true").expect(200).body()))
        .containsExactly(archived);
    assertThat(ids(member.get("/conversations?archived=false").expect(200).body()))
        .containsExactly(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "2147483648", "abc", "1.5", "1e1", "%20x"})
  void refusesALimitOutside1To100(String limit) {
    MEMBER.get("/conversations?limit=" + limit).expectInvalid("limit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "garbage",
        "AAAA",
        "%20",
        "bm9uZQ",
        "LA",
        "eCx5",
        "MSwyLDM",
        "Jyw",
        "OTk5OTk5OTk5OTk5OTk5OTk5OTk5LGE"
      })
  void refusesACursorThatItDidNotGive(String cursor) {
    MEMBER.get("/conversations?cursor=" + cursor).expectInvalid("cursor");
  }

  @Test
  void refusesALongCursor() {
    MEMBER.get("/conversations?cursor=" + "A".repeat(4_000)).expectInvalid("cursor");
  }

  @Test
  void refusesAnArchiveThatIsNeitherTrueNorFalse() {
    MEMBER.get("/conversations?archived=perhaps").expectInvalid("archived");
  }

  @Test
  void showsNothingOfOthersBySomebodyElsesCursor() {
    var cursor = MEMBER.get("/conversations?limit=1").text("next_cursor");
    var other = SERVER.member();
    assertThat(ids(other.get("/conversations?cursor=" + cursor).expect(200).body())).isEmpty();
  }

  private static List<String> listOf(Client member) {
    return ids(member.get("/conversations").expect(200).body());
  }

  private static List<String> ids(JsonNode list) {
    return Talk.ids(list.get("data").valueStream().toList());
  }
}
