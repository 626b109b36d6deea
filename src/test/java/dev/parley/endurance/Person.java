package dev.parley.endurance;

import dev.parley.testing.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Somebody who does one thing after another on a server that is killed now and then, notes all
/// that they are told, and holds the next server to it.
final class Person {

  private static final int CONVERSATIONS = 6;
  private static final int TURNS = 8;

  private final Random random;
  private final List<Known> conversations = new ArrayList<>();
  private final AtomicLong deeds = new AtomicLong();
  private Client client;
  private @Nullable Deed doubt;

  Person(Client client, long seed) {
    this.client = client;
    this.random = new Random(seed);
  }

  Client client() {
    return client;
  }

  void become(Client now) {
    client = now;
  }

  List<Known> conversations() {
    return conversations;
  }

  /// How many deeds they were told of.
  long deeds() {
    return deeds.get();
  }

  /// Whether they were in the middle of something.
  boolean isInDoubt() {
    return doubt != null;
  }

  /// Goes on until the server dies.
  void live(BooleanSupplier isDying) throws InterruptedException {
    while (true) {
      doubt = next();
      try {
        doubt.act();
      } catch (Wrong e) {
        throw e;
      } catch (RuntimeException | AssertionError e) {
        if (isDying.getAsBoolean() && !String.valueOf(e.getMessage()).startsWith("expected ")) {
          return;
        }
        throw e;
      }
      deeds.incrementAndGet();
      doubt = null;
    }
  }

  private Deed next() {
    if (conversations.isEmpty()) {
      return new Beginning(this, name("c"));
    }
    var known = conversations.get(random.nextInt(conversations.size()));
    var isFull = known.size() >= TURNS || conversations.size() >= CONVERSATIONS;
    return switch (random.nextInt(20)) {
      case 0, 1 -> isFull ? new Deletion(this, known) : new Beginning(this, name("c"));
      case 2 -> isFull ? new Deletion(this, known) : new Claim(this, name("g"));
      case 3, 4 -> new Renaming(this, known, name("t"));
      case 5, 6 -> new Renewal(this);
      case 7 -> new Reuse(this);
      case 8, 9, 10 -> isFull ? new Deletion(this, known) : Asking.stopped(this, known, name("q"));
      default -> isFull ? new Deletion(this, known) : Asking.whole(this, known, name("q"));
    };
  }

  private static String name(String kind) {
    return kind + " " + UUID.randomUUID();
  }

  /// Compares all that they know with what the server has, and does again what nobody knows of.
  void compare() throws InterruptedException {
    var open = doubt;
    var titles = titles();
    for (var known : List.copyOf(conversations)) {
      var changing = open != null && open.changes() == known ? open : null;
      compare(known, titles.remove(known.id()), changing);
    }
    for (var more : titles.values()) {
      require(open != null && more.equals(open.title()), "nobody made " + more);
    }
    require(titles.size() <= 1, "made twice: " + titles);
    if (open != null) {
      open.again();
      doubt = null;
    }
  }

  private void compare(Known known, @Nullable String title, @Nullable Deed changing) {
    if (title == null) {
      require(changing != null && changing.deletes(), "lost " + known.title());
      return;
    }
    require(
        title.equals(known.title()) || (changing != null && title.equals(changing.title())),
        "%s became %s".formatted(known.title(), title));
    known.compare(client, changing == null ? null : changing.adds());
  }

  /// The titles of all conversations by their ids.
  Map<String, String> titles() {
    var titles = new HashMap<String, String>();
    for (var listed : client.get("/conversations?limit=100").expect(200).body().path("data")) {
      titles.put(listed.path("id").stringValue(), listed.path("title").asString(""));
    }
    return titles;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new Wrong(what);
    }
  }
}
