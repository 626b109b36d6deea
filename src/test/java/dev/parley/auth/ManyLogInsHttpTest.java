package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import dev.parley.testing.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A crowd that logs in at the same moment.
class ManyLogInsHttpTest {

  private static final int CROWD = 500;
  private static final Duration QUICK = Duration.ofSeconds(3);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Keeps("guess.hashing")
  @Test
  void isHashedAFewAtATimeAndTheRestIsToldToComeBack() throws Exception {
    var crowd = CompletableFuture.supplyAsync(this::logIns, Thread::startVirtualThread);
    var others = new ArrayList<Duration>();
    while (!crowd.isDone()) {
      others.add(timeOf(() -> member.get("/account").expect(200)));
    }

    assertThat(crowd.get()).containsOnly(401, 503).contains(401, 503);
    assertThat(others).as("calls of others meanwhile").hasSizeGreaterThan(10);
    assertThat(others).allMatch(time -> time.compareTo(QUICK) < 0);
    member.signIn(String.valueOf(member.email()), Client.PASSWORD);
  }

  private List<Integer> logIns() {
    try {
      return Together.run(
          CROWD,
          i ->
              server
                  .client()
                  .post("/auth/login", credentials("crowd-%d@example.com".formatted(i), "wrong"))
                  .status());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> credentials(String email, String password) {
    return Map.of("email", email, "password", password);
  }

  private static Duration timeOf(Runnable call) {
    var start = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
