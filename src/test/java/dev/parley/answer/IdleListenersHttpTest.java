package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.IdleStream;
import dev.parley.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A device that listens and does not take what it hears.
class IdleListenersHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String NEWS = "x".repeat(64 << 10);

  /// Far more than the system keeps for a connection, which is a few megabytes.
  private static final int COUNT = 512;

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();
  private final String account = member.get("/account").text("id");

  @Test
  void areCutOffRatherThanWaitedFor() throws Exception {
    try (var idle = new IdleStream(server.uri("/events"), member.headers());
        var listener = EventStream.get(server.uri("/events"), member.headers())) {
      listener.next(SOON);
      awaitListening();
      for (var i = 0; i < COUNT; i++) {
        server.bean(Feed.class).publish(account, "news", () -> NEWS);
        assertThat(listener.next(SOON).name()).isEqualTo("news");
      }

      assertThat(idle.readAll(SOON)).hasSizeLessThan(COUNT);
    }
  }

  /// What one device has heard, those that asked before it have been sent.
  private void awaitListening() throws InterruptedException {
    try (var third = EventStream.get(server.uri("/events"), member.headers())) {
      third.next(SOON);
    }
  }
}
