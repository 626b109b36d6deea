package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.RawConnection;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Keeps("body.large")
class BodyLimitHttpTest {

  private static final int LIMIT = 8 * 1024 * 1024;
  private static final String LINE = "POST /conversations HTTP/1.1";
  private static final String HOST = "Host: localhost";
  private static final String JSON = "Content-Type: application/json";

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();
  private final String token = "Authorization: Bearer " + member.token();

  @Test
  void readsBodiesUpToTheLimit() {
    var full = "{\"title\":\"" + "x".repeat(LIMIT - 12) + "\"}";
    assertThat(full).hasSize(LIMIT);
    create(full).expectInvalid("title");
    create(full + " ").expectProblem(413, "too_large");
  }

  @Test
  void readsWholeBodiesOfManyParts() {
    var spaces = " ".repeat(LIMIT - 20);
    create("{" + spaces + "\"title\":\"Far\"}").expect(201);
  }

  @ParameterizedTest
  @ValueSource(longs = {LIMIT + 1, 1L << 30, 1L << 31, Long.MAX_VALUE})
  void refusesABodyByItsAnnouncedLengthBeforeAnyOfItComes(long length) {
    try (var connection = RawConnection.to(server.uri("/"))) {
      connection.head(LINE, HOST, token, JSON, "Content-Length: " + length);
      isTooLarge(connection.read());
    }
  }

  @Test
  void refusesItInsteadOfAskingForIt() {
    try (var connection = RawConnection.to(server.uri("/"))) {
      connection.head(
          LINE, HOST, token, JSON, "Content-Length: 1073741824", "Expect: 100-continue");
      isTooLarge(connection.read());
    }
  }

  @Test
  void asksForABodyThatIsNotTooLarge() {
    try (var connection = RawConnection.to(server.uri("/"))) {
      connection.head(LINE, HOST, token, JSON, "Content-Length: 17", "Expect: 100-continue");
      assertThat(connection.read().status()).isEqualTo(100);
      connection.write("{\"title\":\"Waits\"}");
      assertThat(connection.read().expect(201).text("title")).isEqualTo("Waits");
    }
  }

  @Test
  void refusesABodyInChunksAsSoonAsItIsTooLarge() {
    var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    try (var connection = RawConnection.to(server.uri("/"))) {
      connection.head(LINE, HOST, token, JSON, "Transfer-Encoding: chunked");
      connection.write("9\r\n{\"title\":\r\n");
      for (var sent = 0; sent < LIMIT; sent += 0x10000) {
        connection.write(chunk);
      }
      isTooLarge(connection.read());
    }
  }

  @Test
  void readsABodyInChunksThatIsNotTooLarge() {
    try (var connection = RawConnection.to(server.uri("/"))) {
      connection.head(LINE, HOST, token, JSON, "Transfer-Encoding: chunked");
      connection.write("9\r\n{\"title\":\r\n").write("7\r\n\"Parts\"\r\n").write("1\r\n}\r\n");
      connection.write("0\r\n\r\n");
      assertThat(connection.read().expect(201).text("title")).isEqualTo("Parts");
    }
  }

  @Test
  void refusesItToPeopleWhoAreNotSignedInToo() {
    try (var connection = RawConnection.to(server.uri("/"))) {
      connection.head("POST /auth/login HTTP/1.1", HOST, JSON, "Content-Length: 1073741824");
      isTooLarge(connection.read());
    }
  }

  @Test
  void goesOnServingOthers() {
    try (var connection = RawConnection.to(server.uri("/"))) {
      connection.head(LINE, HOST, token, JSON, "Content-Length: 1073741824");
      isTooLarge(connection.read());
      create("{}").expect(201);
    }
  }

  @Keeps("slow.space")
  @Test
  void refusesLargeBodiesWhereThoseOfOthersTakeAllTheRoom() {
    try (var own = TestServer.start("--parley.web.body-space=200KB")) {
      var nobody = own.client();
      var large = Map.of("email", "x".repeat(150_000));
      nobody.post("/auth/login", large).expectInvalid("password");
      try (var unfinished = RawConnection.to(own.uri("/"))) {
        unfinished.head("POST /auth/login HTTP/1.1", HOST, JSON, "Content-Length: 150000");
        unfinished.write("{\"email\":\"" + "x".repeat(140_000));
        await()
            .untilAsserted(
                () -> nobody.post("/auth/login", large).expectProblem(503, "server_busy"));
        nobody.post("/auth/login", Map.of("email", "ada@example.com")).expectInvalid("password");
      }
      await().untilAsserted(() -> nobody.post("/auth/login", large).expectInvalid("password"));
    }
  }

  private Response create(String body) {
    return member.send("POST", "/conversations", body, Map.of());
  }

  private static void isTooLarge(Response response) {
    response.expectProblem(413, "too_large");
    assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.header("X-Request-Id")).isNotEmpty();
  }
}
