package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Cursors of somebody else's lists: a cursor says how far one has read, not whose list it is.
@Keeps("strangers.places")
class StrangersListsHttpTest {

  static final Set<String> PLACES =
      Set.of(
          "GET /account/looks query cursor",
          "GET /account/sessions query cursor",
          "GET /account/tokens query cursor",
          "GET /conversations query cursor",
          "GET /conversations/{id}/messages query cursor");

  private final Client stranger = Owned.SERVER.member();

  @Test
  void giveAStrangerTheirOwnSessions() {
    Owned.OWNER.signInAgain();
    var owners = Owned.OWNER.get("/account/sessions").expect(200).body().findValuesAsString("id");

    var cursor = cursor("/account/sessions");
    var mine = stranger.get("/account/sessions?cursor=" + cursor).expect(200);

    assertThat(mine.raw()).doesNotContain(owners);
  }

  @Test
  void ofAdministratorsStayClosed() {
    var cursor = Owned.SERVER.admin().get("/admin/users?limit=1").expect(200).text("next_cursor");

    Sameness.of(stranger.get("/admin/users?cursor=" + cursor), stranger.get("/admin/users"));
    stranger.get("/admin/users").expect(403);
  }

  @Test
  void giveAStrangerNoLooksAtTheOwner() {
    var owner = Owned.OWNER.get("/account").expect(200).text("id");
    for (var look : List.of("look_1", "look_2")) {
      Owned.SERVER.write(
          "INSERT INTO looks (id, user_id, conversation_id, at) VALUES (?, ?, ?, 0)",
          look,
          owner,
          Owned.CONVERSATION);
    }

    tries("/account/looks", "/account/looks");
  }

  @Test
  void giveAStrangerTheirOwnTokens() {
    Owned.OWNER.post("/account/tokens", "{'name':'%s again'}".formatted(Owned.WORD)).expect(201);
    stranger.post("/account/tokens", "{'name':'Mine'}").expect(201);

    tries("/account/tokens", "/account/tokens");
  }

  @Test
  void giveAStrangerTheirOwnConversations() {
    Owned.OWNER.post("/conversations", Map.of("title", Owned.WORD)).expect(201);
    stranger.conversation();

    tries("/conversations", "/conversations");
    tries("/conversations?q=" + Owned.WORD, "/conversations?q=" + Owned.WORD);
  }

  @Test
  void giveAStrangerTheirOwnMessages() {
    var conversation = stranger.conversation();
    stranger.ask(conversation, "say-1-0", "Mine").expect(200);

    tries(
        "/conversations/%s/messages".formatted(Owned.CONVERSATION),
        "/conversations/%s/messages".formatted(conversation));
    tries(
        "/conversations/%s/messages?branch=all".formatted(Owned.CONVERSATION),
        "/conversations/%s/messages?branch=all".formatted(conversation));
  }

  private void tries(String ownersList, String list) {
    var answer = stranger.get(with(list, "cursor=" + cursor(ownersList))).expect(200);

    assertThat(answer.raw()).doesNotContain(Owned.marks());
  }

  /// Where the owner's list goes on after its first row.
  private static String cursor(String list) {
    return Owned.OWNER.get(with(list, "limit=1")).expect(200).text("next_cursor");
  }

  private static String with(String list, String parameter) {
    return list + (list.contains("?") ? "&" : "?") + parameter;
  }
}
