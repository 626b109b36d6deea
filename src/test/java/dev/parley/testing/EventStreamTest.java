package dev.parley.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Against a server that is this test itself: it says each byte when it wants to.
class EventStreamTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration NOW = Duration.ofMillis(1);
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final ServerSocket listener;
  private final EventStream stream;
  private final Socket server;
  private final Request request;

  EventStreamTest() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var uri = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/answers?after=3");
    stream = EventStream.post(uri, Map.of("Last-Event-ID", "3"), "{\"content\":\"é\"}");
    server = listener.accept();
    var in = new BufferedInputStream(server.getInputStream());
    request = requireNonNull(Request.read(in));
  }

  @AfterEach
  void close() throws IOException {
    stream.close();
    server.close();
    listener.close();
  }

  @Test
  void sendsTheRequest() {
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/answers?after=3");
    assertThat(request.body()).isEqualTo("{\"content\":\"é\"}");
    assertThat(request.headers().firstValue("Last-Event-ID")).hasValue("3");
    assertThat(request.headers().firstValue("Accept")).hasValue("text/event-stream");
  }

  @Test
  void seesTheHeadBeforeTheFirstEventAndEachEventWhenItIsSent() throws Exception {
    assertThat(stream.awaitHeaders(NOW)).isFalse();

    say(CHUNKED);
    assertThat(stream.awaitHeaders(SOON)).isTrue();
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.headers().firstValue("content-type")).hasValue("text/event-stream");
    assertThatThrownBy(() -> stream.next(NOW)).hasMessageContaining("no event within");

    say("9\r\ndata: a\n\n"); // without the line end of the chunk
    assertThat(stream.next(SOON).data()).isEqualTo("a");

    say("\r\n9\r\ndata: b\n\n\r\n");
    assertThat(stream.next(SOON).data()).isEqualTo("b");
  }

  @Test
  void readsToTheEnd() throws Exception {
    say(CHUNKED + "3\r\n: x\r\n1\r\n\n\r\n9\r\ndata: a\n\n\r\n0\r\n\r\n");

    assertThat(stream.readToEnd(SOON)).extracting(Event::data).containsExactly("a");
    assertThat(stream.comments()).isEqualTo(1);
    assertThat(stream.nextComment(SOON)).isEqualTo("x");
    assertThatThrownBy(() -> stream.next(NOW)).hasMessageContaining("ended");
  }

  @Test
  void tellsACutFromAnEnd() throws Exception {
    say(CHUNKED + "9\r\ndata: a\n\n\r\n");
    server.shutdownOutput();

    assertThatThrownBy(() -> stream.readToEnd(SOON)).isInstanceOf(AssertionError.class);
    assertThat(stream.readToCut(SOON)).isEmpty();
  }

  @Test
  void takesAnUnfinishedEventForACut() throws Exception {
    say(CHUNKED + "8\r\ndata: a\n\r\n0\r\n\r\n");

    assertThat(stream.readToCut(SOON)).isEmpty();
  }

  @Test
  void seesAReset() throws Exception {
    say(CHUNKED + "9\r\ndata: a\n\n\r\n");
    assertThat(stream.next(SOON).data()).isEqualTo("a");
    server.setSoLinger(true, 0);
    server.close();

    assertThat(stream.readToCut(SOON)).isEmpty();
  }

  @Test
  void failsWhenThereIsNoAnswer() throws Exception {
    server.close();

    assertThatThrownBy(stream::status).isInstanceOf(AssertionError.class);
  }

  @Test
  void readsABodyThatIsNoEventStream() throws Exception {
    say("HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

    assertThat(stream.status()).isEqualTo(409);
    assertThat(stream.body(SOON)).isEqualTo("{}");
  }

  @Test
  void needsNoBodyWithStatus204() throws Exception {
    say("HTTP/1.1 204 No Content\r\n\r\n");

    assertThat(stream.body(SOON)).isEmpty();
  }

  @Test
  void dropsTheConnectionWithAReset() throws Exception {
    say(CHUNKED);
    assertThat(stream.awaitHeaders(SOON)).isTrue();
    stream.drop();

    assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
  }

  @Test
  void hangsUpWithAFin() throws Exception {
    say(CHUNKED);
    assertThat(stream.awaitHeaders(SOON)).isTrue();
    stream.hangUp();

    assertThat(server.getInputStream().read()).isEqualTo(-1);
  }

  private void say(String text) throws IOException {
    server.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
