package dev.parley.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Contract
class GuestHttpTest {

  private static final JsonMapper JSON = new JsonMapper();

  /// Its model answers with all that it was told.
  private static final TestServer SERVER =
      TestServer.start("--parley.model.default-model=echo", "--PARLEY_LIMIT_SESSION_MESSAGES=5/1m");

  private final Client client = SERVER.client();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/session/initialize_session", "/session/initialize_session/"})
  void beginsASession(String path) {
    var begun = client.send("POST", path, null, Map.of()).expect(200);
    assertThat(begun.body().propertyNames())
        .containsExactlyInAnyOrder("session_id", "created_at", "last_active", "is_active");
    assertThat(begun.text("session_id")).matches("sess_[0-9a-f]{32}");
    assertThat(begun.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    assertThat(begun.text("last_active")).isEqualTo(begun.text("created_at"));
    assertThat(begun.body().get("is_active").toString()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat/", "/chat"})
  void answers(String path) {
    var guest = Guest.arrive(SERVER);
    var answer = client.post(path, guest.message("Hello")).expect(200);
    assertThat(answer.body().propertyNames())
        .containsExactlyInAnyOrder("session_id", "role", "content");
    assertThat(answer.text("session_id")).isEqualTo(guest.session());
    assertThat(answer.text("role")).isEqualTo("assistant");
    assertThat(told(answer.text("content"))).containsExactly("Hello");
  }

  @Test
  void keepsWhatWasSaidInTheSessionAndOnlyThere() {
    var guest = Guest.arrive(SERVER);
    var first = guest.chat("My name is Ada").expect(200).text("content");
    Guest.arrive(SERVER).chat("My name is Bob").expect(200);

    var second = guest.chat("What is it?").expect(200).text("content");
    assertThat(told(second)).containsExactly("My name is Ada", first, "What is it?");
  }

  @Test
  void streamsTheAnswerToWhoAcceptsAStream() throws InterruptedException {
    try (var stream = Guest.arrive(SERVER).chatStreaming("Hello")) {
      var answer = AnswerTranscript.ofQuestion(stream.readToEnd(Duration.ofSeconds(10)));
      assertThat(answer.end().name()).isEqualTo("message.completed");
      assertThat(told(answer.text())).containsExactly("Hello");
    }
  }

  @Test
  void takesFiveMessagesAMinute() {
    var guest = Guest.arrive(SERVER);
    for (var left = 4; left >= 0; left--) {
      var answer = guest.chat("Hello").expect(200);
      assertThat(answer.header("RateLimit")).startsWith("\"session-messages\";r=" + left + ";t=");
      assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"session-messages\";q=5;w=60");
    }
    var sixth = guest.chat("Hello").expectProblem(429, "rate_limited");
    assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(1, 60);
    assertThat(sixth.header("RateLimit")).startsWith("\"session-messages\";r=0;t=");
    assertThat(sixth.header("RateLimit-Policy")).isEqualTo("\"session-messages\";q=5;w=60");

    Guest.arrive(SERVER).chat("Hello").expect(200);
  }

  @Test
  void refusesWhatIsNoMessage() {
    client.post("/chat/", "{}").expectInvalid("session_id", "role", "content");
    var session = Guest.arrive(SERVER).session();
    for (var role : List.of("assistant", "system", "User", "")) {
      client
          .post("/chat/", Map.of("session_id", session, "role", role, "content", "Hello"))
          .expectInvalid("role");
    }
    client
        .post("/chat/", Map.of("session_id", session, "role", "user", "content", ""))
        .expectInvalid("content");
    client
        .post(
            "/chat/", Map.of("session_id", session, "role", "user", "content", "a".repeat(10_001)))
        .expectInvalid("content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sess_00000000000000000000000000000000", "", "' OR 1=1 --", "%"})
  void knowsNoSessionButThoseThatItMade(String unknown) {
    var nobody = new Guest(SERVER, client, unknown);
    nobody.chat("Hello").expectProblem(404, "not_found");
    nobody.feedback("Good").expectProblem(404, "not_found");
    nobody.claim(SERVER.member()).expectProblem(404, "not_found");
  }

  @Test
  @Keeps("claim.once")
  void isClaimedByOneOfThoseWhoTryAtOnce() throws InterruptedException {
    var guest = Guest.arrive(SERVER);
    guest.chat("Whose am I?").expect(200);
    var members = Stream.generate(SERVER::member).limit(4).toList();

    var claims = Together.run(members.size(), n -> guest.claim(members.get(n)).status());

    assertThat(claims).containsOnly(204, 410).containsOnlyOnce(204);
    assertThat(members)
        .filteredOn(member -> !member.get("/conversations").body().path("data").isEmpty())
        .containsExactly(members.get(claims.indexOf(204)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feedback/", "/feedback"})
  void takesFeedbackAsOftenAsItIsGiven(String path) {
    var fields = Map.of("session_id", Guest.arrive(SERVER).session(), "feedback", "Good");
    for (var i = 0; i < 2; i++) {
      var received = client.post(path, fields).expect(200);
      assertThat(received.raw()).isEqualTo("{\"detail\":\"Feedback received\"}");
    }
    client.post(path, "{}").expectInvalid("session_id", "feedback");
  }

  @Test
  void writesTheSecretDownNowhere() throws IOException {
    var guest = Guest.arrive(SERVER);
    guest.chat("Hello").expect(200);
    guest.feedback("Good").expect(200);
    try (var files = Files.walk(SERVER.data())) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(guest.session()));
    }
  }

  private static List<String> told(String echoed) {
    return JSON.readTree(echoed)
        .valueStream()
        .map(turn -> turn.get("content"))
        .map(JsonNode::stringValue)
        .toList();
  }
}
