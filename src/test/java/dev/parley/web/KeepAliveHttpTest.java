package dev.parley.web;

import dev.parley.testing.RawConnection;
import dev.parley.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many requests on one connection.
class KeepAliveHttpTest {

  private static final String HEALTH = "GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String UNKNOWN = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String WITH_BODY =
      """
      POST /nothing HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/json\r
      Content-Length: 2\r
      \r
      {}""";
  private static final String PREFLIGHT =
      """
      OPTIONS /account HTTP/1.1\r
      Host: localhost\r
      Origin: https://chat.example\r
      Access-Control-Request-Method: GET\r
      \r
      """;

  private final TestServer server = TestServer.shared();

  @ParameterizedTest
  @ValueSource(strings = {HEALTH, UNKNOWN, WITH_BODY, PREFLIGHT})
  void goesOnAfterRequestsThatWaitedForTheOneBefore(String waiting) {
    try (var connection = RawConnection.to(server.uri("/"))) {
      for (var round = 0; round < 3; round++) {
        connection.write(HEALTH + waiting);
        connection.read().expect(200);
        connection.read();
        connection.write(HEALTH).read().expect(200);
      }
    }
  }

  @Test
  void goesOnAfterRequestsThatFollowAtOnce() {
    try (var connection = RawConnection.to(server.uri("/"))) {
      for (var round = 0; round < 300; round++) {
        for (var request : List.of(HEALTH, UNKNOWN, WITH_BODY)) {
          connection.write(request);
          connection.read();
        }
      }
    }
  }

  @Test
  void goesOnWhereABodyComesAfterItsRequestWasRefused() {
    try (var connection = RawConnection.to(server.uri("/"))) {
      for (var round = 0; round < 20; round++) {
        connection.write(WITH_BODY.substring(0, WITH_BODY.length() - 2));
        connection.read().expect(404);
        connection.write("{}");
        connection.write(HEALTH).read().expect(200);
      }
    }
  }
}
