package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Histories of clients of a server, each checked.
///
/// @param seed of the first of them
record Histories(TestServer server, int count, long seed) {

  /// For how long a spent refresh token gets its successor again.
  private static final Duration GRACE = Duration.ofSeconds(10);

  void checkConversations() throws Exception {
    var member = server.member();
    for (var n = 0; n < count; n++) {
      var history = new Talking(server.model(), member, seed(n)).history();
      check(Talk::after, Talk.State.NEW, history);
    }
  }

  /// A history that a slow machine has taken too long for says nothing.
  void checkSessions() throws Exception {
    var member = server.member();
    for (var n = 0; n < count; n++) {
      var began = System.nanoTime();
      var history = new Renewing(member.signInAgain(), seed(n)).history();
      if (System.nanoTime() - began < GRACE.toNanos()) {
        check(Family::after, Family.State.NEW, history);
      }
    }
  }

  void checkGuestSessions() throws Exception {
    var members = List.of(server.member(), server.member());
    for (var n = 0; n < count; n++) {
      var history = new Claiming(server.client(), members, seed(n)).history();
      check(Ownership::after, Ownership.State.NEW, history);
    }
  }

  /// One for each device.
  private long seed(int n) {
    return seed + 100L * n;
  }

  private static <S, O, R> void check(
      Sequential<S, O, R> model, S state, List<Done<O, R>> history) {
    assertThat(new History<>(model, history).isExplainedFrom(state))
        .as(
            () ->
                history.stream()
                    .sorted(Comparator.comparingLong(Done::began))
                    .map(Done::toString)
                    .collect(Collectors.joining("\n")))
        .isTrue();
  }
}
