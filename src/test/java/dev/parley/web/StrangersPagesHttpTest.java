package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.PageGuest;
import dev.parley.testing.TestServer;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a guest of the page may name of another guest's, other than in the path.
class StrangersPagesHttpTest {

  static final Set<String> PLACES =
      Set.of(
          "GET /session/page/messages query cursor",
          "GET /session/page/messages/{id}/stream header Last-Event-ID",
          "GET /session/page/messages/{id}/stream query after",
          "POST /session/page/chat header Idempotency-Key");

  private static final TestServer SERVER = TestServer.shared();

  private final PageGuest guest = PageGuest.arrive(SERVER);
  private final PageGuest other = PageGuest.arrive(SERVER);

  @Test
  void aCursorShowsWhatIsTheirsAlone() {
    guest.ask("Mine").expect(200);
    other.ask("Theirs").expect(200);
    var cursor = guest.get("/messages?limit=1").expect(200).text("next_cursor");
    var rest = other.get("/messages?cursor=" + cursor).expect(200);
    assertThat(rest.body().at("/data/0/id").stringValue()).isEqualTo(id(other));
  }

  @Test
  void anOffsetOpensNothing() {
    guest.ask("Mine").expect(200);
    var stream = guest.answer() + "/stream";
    other.get(stream + "?after=3").expectProblem(404, "not_found");
    other.with("Last-Event-ID", "3").get(stream).expectProblem(404, "not_found");
  }

  @Test
  void aKeyOfAnotherGuestIsNotKnown() {
    var key = UUID.randomUUID().toString();
    guest.with("Idempotency-Key", key).ask("Mine").expect(200);
    var answer = other.with("Idempotency-Key", key).ask("Theirs").expect(200);
    assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    assertThat(other.contents()).first().isEqualTo("Theirs");
    assertThat(guest.contents()).first().isEqualTo("Mine");
  }

  private static String id(PageGuest guest) {
    return guest.answer().substring("/messages/".length());
  }
}
