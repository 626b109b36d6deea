package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Tap;
import dev.parley.testing.TestServer;
import dev.parley.testing.Tls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The server with a certificate. Answers are written behind the HTTP codec; they must not be
/// written behind the encryption.
class EncryptionHttpTest {

  private static final TestServer SERVER =
      TestServer.start(
          "--server.ssl.certificate=" + Tls.file("certificate.pem"),
          "--server.ssl.certificate-private-key=" + Tls.file("key.pem"));
  private static final Client MEMBER = SERVER.member();
  private static final Duration SOON = Duration.ofSeconds(10);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void streamsAnswersWhole() throws InterruptedException {
    try (var stream = MEMBER.askStreaming(MEMBER.conversation(), "say-500-0", "Hello")) {
      var answer = AnswerTranscript.ofQuestion(stream.readToEnd(SOON));

      assertThat(answer.text()).startsWith("w0 w1 ").endsWith("w499 ");
    }
  }

  @Test
  void takesAnswersUpAgainWhileTheyAreWritten() throws InterruptedException {
    var gate = GatedModel.of(SERVER, 3);
    try (var answer = OpenAnswer.of(MEMBER, gate)) {
      gate.release(1);
      var first = answer.nextText();
      try (var again = answer.resume(first.length())) {
        gate.release(2);
        var rest = AnswerTranscript.resumedAt(first.length(), again.readToEnd(SOON));

        assertThat(first + rest.text()).isEqualTo(gate.text());
        assertThat(answer.rest(first.length()).text()).isEqualTo(rest.text());
      }
    }
  }

  @Test
  void letsNobodyOnTheWayReadAnything() throws IOException, InterruptedException {
    try (var tap = new Tap(SERVER.uri("/"))) {
      var member = new Client(tap::uri).signUp();
      try (var stream = member.askStreaming(member.conversation(), "say-50-0", "Whisper")) {
        stream.readToEnd(SOON);
      }

      assertThat(tap.seen().length()).isGreaterThan(5_000);
      assertThat(tap.seen())
          .doesNotContain("w10 ", "message.delta", "Whisper", "HTTP/1.1", Client.PASSWORD);
    }
  }

  @Test
  void tellsOfWhatHappens() throws InterruptedException {
    try (var events = EventStream.get(SERVER.uri("/events"), MEMBER.headers())) {
      assertThat(events.next(SOON).name()).isEqualTo("ready");
      var conversation = MEMBER.conversation();
      MEMBER.ask(conversation, "say-1-0", "Hello").expect(200);

      assertThat(events.next(SOON).data()).contains(conversation);
    }
  }

  @Test
  void tellsBrowsersNeverToAskOtherwise() {
    var policy = List.of("max-age=31536000; includeSubDomains");
    for (var path : List.of("/", "/account", "/nothing")) {
      assertThat(SERVER.client().get(path).headers().allValues("Strict-Transport-Security"))
          .isEqualTo(policy);
    }
  }

  @Test
  void answersNobodyWhoAsksUnencrypted() {
    var plain = new Client(path -> URI.create("http://127.0.0.1:" + port() + path));

    assertThatThrownBy(() -> plain.get("/api/health")).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void takesAKeyStoreAsWell() {
    try (var server =
        TestServer.start(
            "--server.ssl.key-store=" + Tls.file("keys.p12"),
            "--server.ssl.key-store-password=" + Tls.PASSWORD)) {
      server.client().send("GET", "/api/health", null, Map.of()).expect(200);
    }
  }

  private static int port() {
    return SERVER.uri("/").getPort();
  }
}
