package dev.parley.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.PageGuest;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Trying it out on this server's own page.
class GuestPageHttpTest {

  private static final TestServer SERVER = TestServer.shared();

  private final PageGuest guest = PageGuest.arrive(SERVER);

  @Test
  void keepsTheSecretFromScripts() {
    var begun = PageGuest.without(SERVER).post("", "").expect(204);
    assertThat(PageGuest.cookie(begun))
        .contains("Path=/session/page", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Max-Age", "Expires");
    assertThat(begun.raw()).isEmpty();
  }

  @Test
  void findsWhatWasSaidAgain() {
    assertThat(guest.contents()).isEmpty();
    guest.ask("Hello").expect(200);
    assertThat(guest.contents()).containsExactly("Hello", "w0 w1 w2 ");
  }

  @Test
  void readsAnAnswerFromAnOffset() throws InterruptedException {
    guest.ask("Hello").expect(200);
    var answer = guest.answer();
    var stream = SERVER.uri("/session/page" + answer + "/stream?after=3");
    try (var rest = EventStream.get(stream, guest.headers())) {
      assertThat(rest.readToEnd(Duration.ofSeconds(30)))
          .extracting(Event::name)
          .containsExactly("message.delta", "message.completed");
    }
    guest.get(answer + "/stream?after=9").expect(204);
    assertThat(guest.get(answer).expect(200).text("content")).isEqualTo("w0 w1 w2 ");
    assertThat(guest.post(answer + "/stop", "").expect(200).text("status")).isEqualTo("completed");
  }

  @Test
  void showsAnotherGuestNothing() {
    guest.ask("Hello").expect(200);
    var answer = guest.answer();
    var others =
        List.of(
            PageGuest.arrive(SERVER),
            PageGuest.without(SERVER),
            PageGuest.holding(SERVER, "sess_00000000000000000000000000000000"));
    for (var other : others) {
      assertThat(other.contents()).isEmpty();
      other.get(answer).expectProblem(404, "not_found");
      other.get(answer + "/stream").expectProblem(404, "not_found");
      other.post(answer + "/stop", "").expectProblem(404, "not_found");
    }
  }

  @Test
  void saysThatThereIsNoSessionToAskIn() {
    PageGuest.without(SERVER).ask("Hello").expectProblem(410, "session_expired");
  }

  @Test
  void becomesTheAccountsConversation() {
    guest.ask("Hello").expect(200);
    var member = SERVER.member();
    var claimed = member.send("POST", "/session/page/claim", null, guest.headers()).expect(200);
    assertThat(PageGuest.cookie(claimed)).startsWith("parley_guest=;").contains("Max-Age=0");
    var conversation = "/conversations/" + claimed.text("conversation_id");
    assertThat(member.get(conversation).expect(200).text("title")).isEqualTo("Hello");
    assertThat(guest.contents()).isEmpty();
    member.send("POST", "/session/page/claim", null, guest.headers()).expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none", ""})
  void isClosedToPagesFromElsewhere(String site) {
    var foreign = guest.with("Sec-Fetch-Site", site);
    foreign.ask("Hello").expectProblem(403, "foreign_page");
    foreign.get("/messages").expectProblem(403, "foreign_page");
    SERVER
        .member()
        .send("POST", "/session/page/claim", null, foreign.headers())
        .expectProblem(403, "foreign_page");
  }
}
