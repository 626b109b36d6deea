package dev.parley.fault;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Client;
import dev.parley.testing.ImpatientServer;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All that a model service can do wrong, behind every door: what whoever asked is told, what is
/// stored, and how often the model is asked.
@Keeps({
  "model.failing",
  "model.retries",
  "model.key.server",
  "model.key.relay",
  "model.refusing",
  "model.silent",
  "model.garbage",
  "model.redirects",
  "model.bounds",
  "model.cut"
})
class HostileModelHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final TestServer SERVER = ImpatientServer.shared();

  /// Together they are fewer failures in a row than an outage is.
  private static final List<List<Door>> AT_ONCE =
      List.of(
          List.of(Door.CONVERSATION, Door.CONVERSATION_STREAM, Door.RELAY),
          List.of(Door.COMPLETION, Door.COMPLETION_STREAM, Door.RESPONSE, Door.RESPONSE_STREAM));

  private static final Client WELL = SERVER.member();
  private static final Map<Door, Client> MEMBERS =
      Arrays.stream(Door.values()).collect(toMap(door -> door, _ -> SERVER.member()));

  static Stream<Arguments> faults() {
    return Fault.ALL.stream().map(fault -> argumentSet(fault.model(), fault));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void neverLooksLikeAnAnswer(Fault fault) throws InterruptedException {
    for (var doors : AT_ONCE) {
      WELL.ask(WELL.conversation(), "say-1-0", "Hello").expect(200);
      SERVER.model().reset();
      Together.run(doors.size(), number -> check(fault, doors.get(number)));
      assertThat(SERVER.model().strayRequests()).as("redirects followed").isEmpty();
    }
  }

  private static Door check(Fault fault, Door door) {
    var member = Objects.requireNonNull(MEMBERS.get(door));
    var before = stored(member).size();
    try {
      var told = door.ask(SERVER, member, fault.model());
      assertThat(told.raw()).as("%s, which hears no key", door).doesNotContain("sk-");
      if (door == Door.COMPLETION) {
        assertWhole(fault, told);
      } else {
        assertTold(fault, door, told);
        assertCalls(fault, door, fault.calls());
      }
      assertThat(stored(member).stream().skip(before))
          .as("stored for %s", door)
          .isEqualTo(kept(fault, door));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    return door;
  }

  private static void assertTold(Fault fault, Door door, Told told) {
    if (door.speaksOpenAi() && fault.isPassedOn()) {
      assertThat(told.status()).as("told by %s", door).isEqualTo(200);
      assertThat(told.raw()).as("told by %s", door).containsAnyOf("incomplete", "finish_reason");
      return;
    }
    if (told.status() == 200) {
      assertThat(told.text()).as("read by %s", door).startsWith(read(fault, door));
      assertThat(told.code()).as("told by %s", door).isEqualTo(end(fault, door));
    } else {
      assertThat(door.keeps() || fault.text().isEmpty()).as("%s had begun", door).isTrue();
      assertThat(told.status()).as("told by %s", door).isEqualTo(status(fault, door));
      assertThat(told.code()).as("told by %s", door).isEqualTo(code(fault, door));
    }
  }

  private static void assertWhole(Fault fault, Told told) throws InterruptedException {
    switch (fault.whole()) {
      case RIGHT -> assertThat(told.status()).as("a document").isEqualTo(200);
      case CUT -> {
        assertThat(told.code()).isEqualTo(Meaning.PROTOCOL.openAiCode());
        assertCalls(fault, Door.COMPLETION, 1);
      }
      case ALIKE -> {
        assertThat(told.status()).as("of a document").isEqualTo(fault.meaning().status());
        assertThat(told.code()).as("of a document").isEqualTo(fault.meaning().openAiCode());
        assertCalls(fault, Door.COMPLETION, fault.calls());
      }
    }
  }

  private static void assertCalls(Fault fault, Door door, int count) throws InterruptedException {
    var calls =
        SERVER.model().calls(fault.model()).stream()
            .filter(call -> call.messages().toString().contains("\"" + door + "\""))
            .toList();
    assertThat(calls).as("calls for %s", door).hasSize(count);
    for (var call : calls) {
      assertThat(call.isAnswered() || call.awaitClosed(SOON)).as("%s is over", call).isTrue();
    }
  }

  private static List<String> kept(Fault fault, Door door) {
    return door.keeps()
        ? List.of("failed %s: %s".formatted(fault.meaning().code(), fault.text()))
        : List.of();
  }

  private static int status(Fault fault, Door door) {
    return isOwnKey(fault, door) ? 401 : fault.meaning().status();
  }

  private static String code(Fault fault, Door door) {
    if (isOwnKey(fault, door)) {
      return "invalid_api_key";
    }
    return door.speaksOpenAi() ? fault.meaning().openAiCode() : fault.meaning().code();
  }

  /// What is passed on goes as the model wrote it, so it may end a chunk before the limit.
  private static String read(Fault fault, Door door) {
    return door.passesOn()
        ? fault.text().substring(0, fault.text().length() * 9 / 10)
        : fault.text();
  }

  private static String end(Fault fault, Door door) {
    return switch (door) {
      // The bare text has no way to tell: it is broken off.
      case RELAY -> "";
      // OpenAI has two words for it.
      case RESPONSE_STREAM ->
          fault.meaning() == Meaning.RATE_LIMITED ? "rate_limit_exceeded" : "server_error";
      default -> code(fault, door);
    };
  }

  private static boolean isOwnKey(Fault fault, Door door) {
    return door == Door.RELAY && fault.meaning() == Meaning.MISCONFIGURED;
  }

  /// All answers that there are of an account.
  private static List<String> stored(Client member) {
    return SERVER
        .bean(JdbcClient.class)
        .sql(
            """
            SELECT m.status || ' ' || COALESCE(m.error_code, '') || ': ' || m.content
            FROM messages m JOIN conversations c ON c.id = m.conversation_id
            WHERE c.owner_id = :owner AND m.role = 'assistant'
            ORDER BY m.id
            """)
        .param("owner", member.get("/account").text("id"))
        .query(String.class)
        .list();
  }
}
