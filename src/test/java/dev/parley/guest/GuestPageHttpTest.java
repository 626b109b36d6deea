package dev.parley.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Event;
import dev.parley.testing.EventStream;
import dev.parley.testing.Response;
import dev.parley.testing.Secrets;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Trying it out on this server's own page.
class GuestPageHttpTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Map<String, String> OWN = Map.of("Sec-Fetch-Site", "same-origin");
  private static final Pattern COOKIE = Pattern.compile("parley_guest=([^;]*); (.*)");

  private final Client client = SERVER.client();

  @Test
  void keepsTheSecretFromScripts() {
    var begun = client.send("POST", "/session/page", null, OWN).expect(204);
    var attributes = COOKIE.matcher(setCookie(begun)).replaceAll("$2");
    assertThat(attributes)
        .contains("Path=/session/page", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Max-Age", "Expires");
    assertThat(begun.raw()).isEmpty();
  }

  @Test
  void findsWhatWasSaidAgain() {
    var guest = arrive();
    assertThat(contents(guest)).isEmpty();
    ask(guest, "Hello").expect(200);
    assertThat(contents(guest)).containsExactly("Hello", "w0 w1 w2 ");
  }

  @Test
  void readsAnAnswerFromAnOffset() throws InterruptedException {
    var guest = arrive();
    ask(guest, "Hello").expect(200);
    var answer = messages(list(guest).body().at("/data/1/id").stringValue());
    try (var rest = EventStream.get(SERVER.uri(answer + "/stream?after=3"), guest)) {
      assertThat(rest.readToEnd(Duration.ofSeconds(30)))
          .extracting(Event::name)
          .containsExactly("message.delta", "message.completed");
    }
    client.send("GET", answer + "/stream?after=9", null, guest).expect(204);
    for (var method : Map.of("GET", "", "POST", "/stop").entrySet()) {
      var message = client.send(method.getKey(), answer + method.getValue(), null, guest);
      assertThat(message.expect(200).text("content")).isEqualTo("w0 w1 w2 ");
    }
  }

  @Test
  void showsAnotherGuestNothing() {
    var guest = arrive();
    ask(guest, "Hello").expect(200);
    var id = list(guest).body().at("/data/1/id").stringValue();
    for (var other : List.of(arrive(), OWN, with("sess_00000000000000000000000000000000"))) {
      assertThat(contents(other)).isEmpty();
      client.send("GET", messages(id), null, other).expectProblem(404, "not_found");
      client.send("GET", messages(id) + "/stream", null, other).expectProblem(404, "not_found");
      client.send("POST", messages(id) + "/stop", null, other).expectProblem(404, "not_found");
    }
  }

  @Test
  void saysThatThereIsNoSessionToAskIn() {
    ask(OWN, "Hello").expectProblem(410, "session_expired");
  }

  @Test
  void becomesTheAccountsConversation() {
    var guest = arrive();
    ask(guest, "Hello").expect(200);
    var member = SERVER.member();
    var claimed = member.send("POST", "/session/page/claim", null, guest).expect(200);
    assertThat(setCookie(claimed)).startsWith("parley_guest=;").contains("Max-Age=0");
    var conversation = "/conversations/" + claimed.text("conversation_id");
    assertThat(member.get(conversation).expect(200).text("title")).isEqualTo("Hello");
    assertThat(contents(guest)).isEmpty();
    member.send("POST", "/session/page/claim", null, guest).expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none", ""})
  void isClosedToPagesFromElsewhere(String site) {
    var guest = new HashMap<>(arrive());
    guest.put("Sec-Fetch-Site", site);
    ask(guest, "Hello").expectProblem(403, "foreign_page");
    list(guest).expectProblem(403, "foreign_page");
    SERVER
        .member()
        .send("POST", "/session/page/claim", null, guest)
        .expectProblem(403, "foreign_page");
  }

  private Map<String, String> arrive() {
    var begun = client.send("POST", "/session/page", null, OWN).expect(204);
    return with(COOKIE.matcher(setCookie(begun)).replaceAll("$1"));
  }

  private static Map<String, String> with(String cookie) {
    Secrets.add(cookie);
    var headers = new HashMap<>(OWN);
    headers.put("Cookie", "parley_guest=" + cookie);
    return headers;
  }

  private Response ask(Map<String, String> guest, String content) {
    return client.send(
        "POST", "/session/page/chat", "{\"content\":\"%s\"}".formatted(content), guest);
  }

  private Response list(Map<String, String> guest) {
    return client.send("GET", "/session/page/messages", null, guest);
  }

  private List<String> contents(Map<String, String> guest) {
    return list(guest)
        .expect(200)
        .body()
        .get("data")
        .valueStream()
        .map(message -> message.get("content").stringValue())
        .toList();
  }

  private static String messages(String id) {
    return "/session/page/messages/" + id;
  }

  private static String setCookie(Response answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("parley_guest="))
        .findFirst()
        .orElseThrow();
  }
}
