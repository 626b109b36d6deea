package dev.parley.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.account.Leaving;
import dev.parley.audit.Chain;
import dev.parley.budget.Means;
import dev.parley.testing.PlantedFailures;
import dev.parley.testing.PlantedFailures.Kind;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Tells a [Story] on a server, again and again, with the first statement failing, the second, the
/// third, until all of it passes; and the same for commits.
final class NthFailure implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<Integer> TOLD = List.of(503, 507);

  private final PlantedFailures failures = new PlantedFailures();
  private final TestServer server;
  private final Story story;

  /// @param settings such as the address of a database
  NthFailure(String... settings) {
    server =
        TestServer.with(
            context -> context.getBeanFactory().addBeanPostProcessor(failures), settings);
    story = new Story(server);
  }

  Story story() {
    return story;
  }

  /// Has each of these deeds fail at its first statement, its second and so on.
  ///
  /// @return how many failures there were in all
  int plant(Kind kind, Map<String, Supplier<Deed>> deeds) {
    var total = 0;
    for (var deed : deeds.entrySet()) {
      var n = 1;
      while (fails(deed.getKey(), deed.getValue(), kind, n)) {
        n++;
      }
      total += n - 1;
    }
    checkTheWhole();
    return total;
  }

  private boolean fails(String what, Supplier<Deed> deeds, Kind kind, int n) {
    var deed = deeds.get();
    try {
      failures.plant(kind, n);
      var told = deed.act().get();
      var failed = failures.clear();
      deed.check().accept(told.status() == deed.done() ? told : again(deed, told, failed));
      return failed;
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("somebody %s, %s %d fails".formatted(what, kind, n), e);
    } finally {
      failures.clear();
    }
  }

  private static Response again(Deed deed, Response refused, boolean failed) {
    assertThat(failed).as("there was a reason for %s", refused).isTrue();
    assertThat(refused.status()).as("the reason is told: %s", refused.raw()).isIn(TOLD);
    assertThat(refused.text("code")).startsWith("storage_");
    var told = deed.act().get();
    assertThat(told.status())
        .as("done in the end: %s", told.raw())
        .isIn(deed.done(), deed.doneBefore());
    return told;
  }

  private void checkTheWhole() {
    await()
        .atMost(SOON)
        .until(
            () ->
                story.member().get("/account/usage").body().at("/day/tokens/held").longValue()
                    == 0);
    Leaving.finish(server);
    Means.checkBooks(server);
    Chain.check(server);
  }

  @Override
  public void close() {
    server.close();
  }
}
