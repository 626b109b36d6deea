package dev.parley.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Somebody who reads an answer to its end, whatever becomes of the connection: when it is cut,
/// they ask again with what they have, as every client may.
public final class PersistentReader implements Callable<PersistentReader.Read> {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration QUIET = Duration.ofSeconds(40);

  /// What somebody has read.
  ///
  /// @param cuts how often the connection was lost
  public record Read(String text, Event end, int cuts) {}

  private final Client who;
  private final String answer;
  private volatile String text;
  private int cuts;

  /// Somebody who is about to read.
  ///
  /// @param has the text that they have already
  public PersistentReader(Client who, String answer, String has) {
    this.who = who;
    this.answer = answer;
    this.text = has;
  }

  /// How much they have, in UTF-16 units.
  public int length() {
    return text.length();
  }

  @Override
  public Read call() throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try (var stream = who.resume(answer, length())) {
        var end = read(stream);
        return new Read(text, end, cuts);
      } catch (Lost _) {
        cuts++;
      }
    }
    throw new AssertionError("no end of %s after %s".formatted(answer, text));
  }

  private Event read(EventStream stream) throws InterruptedException, Lost {
    var event = next(stream);
    while (event.name().equals("message.delta")) {
      text = text.concat(event.json().path("text").stringValue());
      if (event.offset() != text.length()) {
        throw new AssertionError("not at offset %d: %s".formatted(text.length(), event));
      }
      event = next(stream);
    }
    return event;
  }

  private static Event next(EventStream stream) throws InterruptedException, Lost {
    try {
      return stream.next(QUIET);
    } catch (AssertionError e) {
      throw new Lost(e);
    }
  }

  private static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    Lost(Throwable cause) {
      super(cause);
    }
  }
}
