package dev.parley.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An export that cannot go on.
class BrokenOffHttpTest {

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void neverLooksWhole() throws Exception {
    fill();
    try (var http = HttpClient.newHttpClient();
        var export = open(http)) {
      var read = new String(export.readNBytes(100_000), StandardCharsets.UTF_8);
      var token = Map.of("refresh_token", String.valueOf(member.refreshToken()));
      member.post("/auth/logout", token).expect(204);

      assertThat(read).startsWith("{\"format\":\"parley-export\"");
      assertThatThrownBy(export::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  /// More than the network and all buffers on the way hold.
  private void fill() {
    var document = new Document();
    for (var n = 0; n < 30; n++) {
      document
          .conversation("long")
          .question("q", null, "Why?")
          .answer("a", "q", "Because. ".repeat(100_000));
    }
    member.send("POST", "/account/import", document.toString(), Map.of()).expect(201);
  }

  private InputStream open(HttpClient http) throws Exception {
    var request = HttpRequest.newBuilder(server.uri("/account/export"));
    member.headers().forEach(request::setHeader);
    return http.send(request.build(), BodyHandlers.ofInputStream()).body();
  }
}
