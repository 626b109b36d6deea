package dev.parley.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.Keeps;
import dev.parley.testing.Together;
import dev.parley.testing.TwoNodes;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Budgets that two nodes take from.
@Contract
@Keeps("nodes.budgets")
class TwoNodesBudgetHttpTest {

  private static final String MODEL = "say-2-1";
  private static final TwoNodes NODES = TwoNodes.shared();

  private final Client member = NODES.first().member();
  private final Client elsewhere = NODES.onSecond(member);

  @Test
  void leadToOneCallWhereFiftyAskAtOnceAndThereIsRoomForOne() throws InterruptedException {
    Means.give(NODES.first(), member, "{'day':{'questions':1}}");
    var before = NODES.model().count(MODEL);
    var talks = IntStream.range(0, 50).mapToObj(_ -> member.conversation()).toList();
    var answers =
        Together.run(
            50,
            number -> {
              var asker = number % 2 == 0 ? member : elsewhere;
              return asker.ask(talks.get(number), MODEL, "Now").status();
            });

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(49);
    assertThat(NODES.model().count(MODEL) - before).isEqualTo(1);
    assertThat(Means.used(elsewhere, "questions")).isEqualTo(1);
    Means.checkBooks(NODES.first());
  }
}
