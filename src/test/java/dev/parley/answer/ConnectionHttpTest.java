package dev.parley.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.RawConnection;
import dev.parley.testing.Script;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What HTTP says of connections holds for those that carried an answer, too.
class ConnectionHttpTest {

  private static final String HEALTHY = "{\"status\":\"ok\"}";

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void takesTheNextRequestAfterAnAnswer() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-3-0");
        var connection = RawConnection.to(server.uri("/"))) {
      answer.whole();
      for (var i = 0; i < 3; i++) {
        connection.head(request(answer, "HTTP/1.1"));
        assertThat(connection.read().expect(200).raw())
            .contains(Script.words(3).text())
            .contains("event: message.completed");
        connection.head("GET /health/live HTTP/1.1", "Host: localhost");
        assertThat(connection.read().expect(200).raw()).isEqualTo(HEALTHY);
      }
    }
  }

  @Test
  void keepsRequestsApartThatCameWhileItAnswered() throws InterruptedException {
    var model = GatedModel.of(server, 3);
    try (var answer = OpenAnswer.of(member, model);
        var connection = RawConnection.to(server.uri("/"))) {
      model.release(1);
      answer.nextText();
      connection.head(request(answer, "HTTP/1.1"));
      connection.head("GET /health/live HTTP/1.1", "Host: localhost");
      model.release(2);

      assertThat(connection.read().expect(200).raw()).contains("event: message.completed");
      assertThat(connection.read().expect(200).raw()).isEqualTo(HEALTHY);
    }
  }

  @Test
  void sendsNoChunksToClientsOfTheOldVersion() throws InterruptedException, IOException {
    var model = GatedModel.of(server, 3);
    try (var answer = OpenAnswer.of(member, model);
        var socket = new Socket(server.uri("/").getHost(), server.uri("/").getPort())) {
      model.release(2);
      answer.nextText(6);
      var head = String.join("\r\n", request(answer, "HTTP/1.0")) + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      model.release(1);
      var response = new String(socket.getInputStream().readAllBytes(), UTF_8).split("\r\n\r\n", 2);

      assertThat(response[0])
          .matches("(?s)HTTP/1.[01] 200 .*")
          .doesNotContainIgnoringCase("chunked");
      assertThat(response[1].lines().filter(line -> !line.isEmpty() && !line.equals(":")))
          .allMatch(line -> line.matches("(id|event|data): .*"));
      assertThat(List.of(response[1].split("\n\n")))
          .last()
          .asString()
          .contains("message.completed");
    }
  }

  @Test
  void sendsTheHeadAloneToWhoeverAsksForThat() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-3-0")) {
      answer.whole();
      var response =
          member.send("HEAD", "/messages/%s/stream".formatted(answer.id()), null, Map.of());

      assertThat(response.expect(200).raw()).isEmpty();
      assertThat(response.header("Content-Type")).startsWith("text/event-stream");
    }
  }

  private String[] request(OpenAnswer answer, String version) {
    return new String[] {
      "GET /messages/%s/stream %s".formatted(answer.id(), version),
      "Host: localhost",
      "Authorization: Bearer " + member.token()
    };
  }
}
