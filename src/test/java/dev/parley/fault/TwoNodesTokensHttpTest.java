package dev.parley.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import dev.parley.testing.Together;
import dev.parley.testing.TwoNodes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Tokens that may be used once, shown to two nodes at the same moment.
class TwoNodesTokensHttpTest {

  private static final TwoNodes NODES = TwoNodes.shared();

  @Keeps("nodes.tokens")
  @Test
  void areSpentOnceAndHaveOneSuccessor() throws InterruptedException {
    var member = NODES.first().member();
    var token = Map.of("refresh_token", String.valueOf(member.refreshToken()));
    var successors =
        Together.run(
            10,
            number ->
                (number % 2 == 0 ? NODES.first() : NODES.second())
                    .client()
                    .post("/auth/refresh", token)
                    .expect(200)
                    .text("refresh_token"));

    assertThat(successors).containsOnly(successors.getFirst());
  }
}
