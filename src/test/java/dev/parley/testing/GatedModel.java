package dev.parley.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A model that says its words one by one, when the test lets it. Each test has one of its own.
///
/// @param name what to ask for
public record GatedModel(FakeModel fake, String name, int pieces) {
  private static final AtomicInteger LAST = new AtomicInteger();

  public static GatedModel of(TestServer server, int pieces) {
    return of(server.model(), pieces);
  }

  public static GatedModel of(FakeModel fake, int pieces) {
    return new GatedModel(fake, "gated-%d-%d".formatted(pieces, LAST.incrementAndGet()), pieces);
  }

  /// Lets that many pieces more through; the end follows the last of all.
  public void release(int more) {
    fake.release(name, more);
  }

  /// All that it says.
  public String text() {
    return text(pieces);
  }

  /// What it says in its first so many pieces.
  public String text(int first) {
    return Script.words(first).text();
  }

  /// The one call that it gets.
  public Call call() throws InterruptedException {
    return fake.awaitCall(name, Duration.ofSeconds(10));
  }
}
