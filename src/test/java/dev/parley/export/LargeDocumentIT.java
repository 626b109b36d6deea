package dev.parley.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.PackagedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A document that is larger than all the memory that the server has.
class LargeDocumentIT {

  private static final List<String> LITTLE_MEMORY =
      List.of("-Xmx80m", "-XX:MaxDirectMemorySize=24m");

  private static final int CONVERSATIONS = 10;
  private static final int EXCHANGES = 12;
  private static final String ANSWER = "Because. ".repeat(110_000);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;

  LargeDocumentIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void comesInAndGoesOutInLittleMemory() throws Exception {
    var document = write();
    try (var server = PackagedServer.start(folder, Map.of(), LITTLE_MEMORY)) {
      var member = server.client().signUp();
      var taken =
          send(
              member,
              HttpRequest.newBuilder(server.uri("/account/import"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofFile(document)),
              BodyHandlers.ofString());
      assertThat(taken.body()).contains("\"messages\":" + 2 * CONVERSATIONS * EXCHANGES);

      var conversation =
          member.get("/conversations").expect(200).body().at("/data/0/id").stringValue();
      var path = "/conversations/%s/messages?branch=all&limit=100".formatted(conversation);
      assertThat(member.get(path).expect(200).body().get("has_more").booleanValue()).isTrue();

      var export =
          send(
              member,
              HttpRequest.newBuilder(server.uri("/account/export")),
              BodyHandlers.ofFile(folder.resolve("export.json")));
      assertThat(Files.size(document)).isGreaterThan(100_000_000);
      assertThat(Files.size(export.body())).isGreaterThan(Files.size(document));
      assertThat(tail(export.body())).endsWith("]}");
      assertThat(server.output()).noneMatch(line -> line.contains("OutOfMemory"));
    }
  }

  private Path write() throws IOException {
    var file = folder.resolve("document.json");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("{\"format\":\"parley-export\",\"version\":1,\"conversations\":[");
      for (var n = 0; n < CONVERSATIONS; n++) {
        var one = new Document();
        var talk = one.conversation("long");
        for (var m = 0; m < EXCHANGES; m++) {
          talk.question("q" + m, m == 0 ? null : "a" + (m - 1), "Why?");
          talk.answer("a" + m, "q" + m, ANSWER);
        }
        out.write((n == 0 ? "" : ",") + one.first());
      }
      out.write("]}");
    }
    return file;
  }

  private <T> HttpResponse<T> send(
      Client member, HttpRequest.Builder request, BodyHandler<T> handler) throws Exception {
    member.headers().forEach(request::setHeader);
    var response = http.send(request.build(), handler);
    assertThat(response.statusCode()).isBetween(200, 201);
    return response;
  }

  private static String tail(Path file) {
    try (var channel = Files.newByteChannel(file)) {
      var end = ByteBuffer.allocate(20);
      channel.position(channel.size() - end.capacity()).read(end);
      return new String(end.array(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
