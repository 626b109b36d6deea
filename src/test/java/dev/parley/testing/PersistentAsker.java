package dev.parley.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody who asks one question after another, and reads each answer to its end: what is refused
/// because a server is being stopped is asked again, and so is what got no answer, with the same
/// `Idempotency-Key`.
public final class PersistentAsker implements Callable<List<String>> {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String MODEL = "say-20-50";
  private static final String TEXT = Script.words(20).text();

  private final Client who;
  private final AtomicInteger answered = new AtomicInteger();
  private final List<String> wrong = new ArrayList<>();
  private volatile boolean stopped;

  public PersistentAsker(Client who) {
    this.who = who;
  }

  /// How many answers have been read to their end.
  public int answered() {
    return answered.get();
  }

  public void stop() {
    stopped = true;
  }

  /// Asks until it is told to stop.
  ///
  /// @return what was not as it should be
  @Override
  public List<String> call() throws InterruptedException {
    var conversation = who.conversation();
    while (!stopped) {
      ask(conversation, UUID.randomUUID().toString());
    }
    var stored = who.get("/conversations/" + conversation).body().path("message_count").intValue();
    if (stored != 2 * answered.get()) {
      wrong.add("%d messages of %d questions".formatted(stored, answered.get()));
    }
    return wrong;
  }

  private void ask(String conversation, String key) throws InterruptedException {
    var id = begin(conversation, key);
    var read = new PersistentReader(who, id, "").call();
    if (!read.end().name().equals("message.completed") || !read.text().equals(TEXT)) {
      wrong.add(read.toString());
    }
    answered.incrementAndGet();
  }

  /// Asks until an answer has begun, and leaves it.
  private String begin(String conversation, String key) throws InterruptedException {
    var headers = new HashMap<>(who.headers());
    headers.put("Idempotency-Key", key);
    var question = "{\"content\":\"Hello\",\"model\":\"%s\",\"stream\":true}".formatted(MODEL);
    var uri = who.address().apply("/conversations/%s/messages".formatted(conversation));
    while (true) {
      try (var stream = EventStream.post(uri, headers, question)) {
        if (stream.status() == 200) {
          return stream.next(SOON).json().at("/message/id").stringValue();
        }
        if (stream.status() != 503) {
          throw new IllegalStateException("refused with " + stream.status());
        }
      } catch (AssertionError _) {
        // The connection was lost.
      }
    }
  }
}
