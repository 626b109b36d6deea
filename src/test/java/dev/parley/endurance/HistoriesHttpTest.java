package dev.parley.endurance;

import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

/// What clients are told at the same time might have been told one after the other.
@Contract
class HistoriesHttpTest {

  private static final int HISTORIES = 12;

  private final Histories histories =
      new Histories(TestServer.shared(), HISTORIES, System.nanoTime());

  @Test
  @Keeps("together.ordered")
  void ofAConversationAreExplainedByAnOrder() throws Exception {
    histories.checkConversations();
  }

  @Test
  @Keeps("refresh.ordered")
  void ofASessionAreExplainedByAnOrder() throws Exception {
    histories.checkSessions();
  }

  @Test
  @Keeps("claim.ordered")
  void ofAGuestSessionAreExplainedByAnOrder() throws Exception {
    histories.checkGuestSessions();
  }
}
