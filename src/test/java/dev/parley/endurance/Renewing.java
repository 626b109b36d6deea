package dev.parley.endurance;

import dev.parley.testing.Client;
import dev.parley.testing.Response;
import dev.parley.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/// Some devices that share one session, as the windows of a browser do: they refresh it at the same
/// time, with old tokens, too, log it out, and write down what they were told.
final class Renewing {

  private static final int DEVICES = 3;
  private static final int OPERATIONS = 5;

  private final Notes<Family.Operation, String> notes = new Notes<>();

  /// In the order in which they came to be known, after which they are called.
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  private final Client who;
  private final long seed;

  /// @param who has just signed in
  Renewing(Client who, long seed) {
    this.who = who;
    this.seed = seed;
    tokens.add(String.valueOf(who.refreshToken()));
  }

  List<Done<Family.Operation, String>> history() throws InterruptedException {
    Together.run(
        DEVICES,
        device -> {
          var random = new Random(seed + device);
          for (var n = 0; n < OPERATIONS; n++) {
            act(random);
          }
          return device;
        });
    noteShutOut();
    look();
    return notes.all();
  }

  /// Access ends with the log-out that has ended the session, while others find it ended: it is one
  /// of those that began before any was done.
  private void noteShutOut() {
    var logOuts =
        notes.all().stream()
            .filter(done -> done.operation() instanceof Family.Operation.LogOut)
            .toList();
    var began = logOuts.stream().mapToLong(Done::began).min();
    var firstEnd = logOuts.stream().mapToLong(Done::ended).min();
    firstEnd.ifPresent(
        first ->
            notes.add(
                new Family.Operation.ShutOut(),
                Family.DONE,
                began.orElseThrow(),
                logOuts.stream()
                    .filter(done -> done.began() <= first)
                    .mapToLong(Done::ended)
                    .max()
                    .orElseThrow()));
  }

  private void act(Random random) {
    var token = random.nextInt(tokens.size());
    switch (random.nextInt(16)) {
      case 0 -> logOut(token);
      case 1, 2, 3 -> look();
      case 4, 5 -> refresh(token);
      default -> refresh(tokens.size() - 1);
    }
  }

  private void refresh(int token) {
    notes.take(
        new Family.Operation.Refresh(name(token)),
        () -> {
          var answer = show("/auth/refresh", token);
          return answer.status() == 401
              ? Family.REFUSED
              : known(answer.expect(200).text("refresh_token"));
        });
  }

  private void logOut(int token) {
    notes.take(
        new Family.Operation.LogOut(),
        () -> show("/auth/logout", token).expect(204).raw() + Family.DONE);
  }

  private void look() {
    notes.take(
        new Family.Operation.Look(),
        () -> who.get("/account").status() == 200 ? Family.IN : Family.REFUSED);
  }

  private Response show(String path, int token) {
    return who.post(path, Map.of("refresh_token", tokens.get(token)));
  }

  private synchronized String known(String token) {
    if (!tokens.contains(token)) {
      tokens.add(token);
    }
    return name(tokens.indexOf(token));
  }

  private static String name(int token) {
    return "token " + token;
  }
}
