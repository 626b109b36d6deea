package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A conversation of 24 messages, of which 14 stand in the branch last used: 4 of the branch that
/// came first, 4 of one that grew out of it, and 6 of one that grew out of that.
@Contract
class MessageListHttpTest {

  private static final Client MEMBER = TestServer.shared().member();
  private static final Talk TALK = Talk.start(MEMBER);
  private static final List<String> BRANCH = new ArrayList<>();
  private static final List<String> ALL = new ArrayList<>();

  @BeforeAll
  static void talk() {
    ask("1a", true);
    var forked = ask("2a", true);
    ask("3a", false);
    ask("4a", false);
    askAfter(forked, "3b", true);
    var forkedAgain = ask("4b", true);
    ask("5b", false);
    ask("6b", false);
    ask("7b", false);
    askAfter(forkedAgain, "5c", true);
    ask("6c", true);
    ask("7c", true);
  }

  @Test
  void showsTheBranchLastUsed() {
    var list = MEMBER.get(TALK.path("/messages")).expect(200).body();
    assertThat(list.propertyNames()).containsExactlyInAnyOrder("data", "has_more", "next_cursor");
    assertThat(ids(list)).isEqualTo(BRANCH);
    assertThat(list.get("has_more").booleanValue()).isFalse();
    assertThat(list.get("next_cursor").isNull()).isTrue();
  }

  @Test
  void showsTwentyOfAllWhereNothingElseIsSaid() {
    var list = MEMBER.get(TALK.path("/messages?branch=all")).expect(200).body();
    assertThat(ids(list)).isEqualTo(ALL.subList(0, 20));
    assertThat(list.get("has_more").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1,14", "2,7", "3,5", "4,4", "5,3", "13,2", "14,1", "15,1", "100,1"})
  void showsEachOfABranchOnceFromPageToPage(int limit, int pages) {
    assertThat(page(limit, pages, "")).isEqualTo(BRANCH);
  }

  @ParameterizedTest
  @CsvSource({"1,24", "7,4", "12,2", "23,2", "24,1", "100,1"})
  void showsEachOfAllOnceFromPageToPage(int limit, int pages) {
    assertThat(page(limit, pages, "&branch=all")).isEqualTo(ALL);
  }

  @Test
  void isEmptyAtFirst() {
    var empty = Talk.start(MEMBER);
    for (var query : new String[] {"", "?branch=all", "?limit=1"}) {
      assertThat(MEMBER.get(empty.path("/messages" + query)).expect(200).raw())
          .isEqualTo("{\"data\":[],\"has_more\":false,\"next_cursor\":null}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "abc", "1.5"})
  void refusesALimitOutside1To100(String limit) {
    MEMBER.get(TALK.path("/messages?limit=" + limit)).expectInvalid("limit");
    MEMBER.get(TALK.path("/messages?branch=all&limit=" + limit)).expectInvalid("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "garbage", "LA", "eA", "MSwy", "JyBPUiAxPTE"})
  void refusesACursorThatItDidNotGive(String cursor) {
    MEMBER.get(TALK.path("/messages?cursor=" + cursor)).expectInvalid("cursor");
    MEMBER.get(TALK.path("/messages?branch=all&cursor=" + cursor)).expectInvalid("cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "ALL", "one", "all,all"})
  void refusesABranchThatIsNotAll(String branch) {
    MEMBER.get(TALK.path("/messages?branch=" + branch)).expectInvalid("branch");
  }

  private static Talk.Exchange ask(String content, boolean inBranch) {
    return noted(TALK.ask(content), inBranch);
  }

  private static void askAfter(Talk.Exchange parent, String content, boolean inBranch) {
    noted(TALK.askAfter(parent.answerId(), content), inBranch);
  }

  private static Talk.Exchange noted(Talk.Exchange exchange, boolean inBranch) {
    var both = List.of(exchange.questionId(), exchange.answerId());
    ALL.addAll(both);
    if (inBranch) {
      BRANCH.addAll(both);
    }
    return exchange;
  }

  private static List<String> page(int limit, int pages, String query) {
    var seen = new ArrayList<String>();
    var cursor = "";
    for (var page = 1; page <= pages; page++) {
      var path = TALK.path("/messages?limit=%d%s%s".formatted(limit, query, cursor));
      var list = MEMBER.get(path).expect(200).body();
      seen.addAll(ids(list));
      assertThat(list.get("has_more").booleanValue()).isEqualTo(page < pages);
      assertThat(list.get("next_cursor").isNull()).isEqualTo(page == pages);
      cursor = "&cursor=" + list.get("next_cursor").asString("");
    }
    return seen;
  }

  private static List<String> ids(JsonNode list) {
    return Talk.ids(list.get("data").valueStream().toList());
  }
}
