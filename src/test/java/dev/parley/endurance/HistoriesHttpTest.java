package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import dev.parley.testing.FakeModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What devices are told that use one conversation at the same time might have been told to one
/// that does one thing after the other.
@Contract
class HistoriesHttpTest {

  private static final int HISTORIES = 12;

  @Test
  @Keeps("together.ordered")
  void areExplainedByAnOrder() throws Exception {
    var server = TestServer.shared();
    check(server, server.model(), HISTORIES, System.nanoTime());
  }

  /// Fails with the first history that no order explains.
  static void check(TestServer server, FakeModel model, int histories, long seed) throws Exception {
    var member = server.member();
    for (var n = 0; n < histories; n++) {
      var history = new Talking(model, member, seed + 100L * n).history();
      assertThat(new History<>(Talk::after, history).isExplainedFrom(Talk.State.NEW))
          .as(
              () ->
                  history.stream()
                      .sorted(Comparator.comparingLong(Done::began))
                      .map(Done::toString)
                      .collect(Collectors.joining("\n")))
          .isTrue();
    }
  }
}
