package dev.parley.responses;

import static dev.parley.responses.Asking.next;
import static dev.parley.responses.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Contract;
import dev.parley.testing.GatedModel;
import dev.parley.testing.TwoNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Responses that one node writes, for those who come to the other.
@Contract
class TwoNodesResponsesHttpTest {

  private static final TwoNodes NODES = TwoNodes.shared();

  private final Asking asking = Asking.of(NODES.first());
  private final Asking elsewhere = new Asking(NODES.second(), NODES.onSecond(asking.member()));
  private final GatedModel model = GatedModel.of(NODES.model(), 5);

  @Test
  void areTakenUpBehindTheLastEvent() throws InterruptedException {
    var events = new ArrayList<JsonNode>();
    try (var stream = asking.open(model.name())) {
      model.release(3);
      while (events.size() < 6) {
        events.add(next(stream));
      }
      stream.drop();
    }
    try (var stream = elsewhere.reopen(id(events), 5)) {
      model.release(2);
      events.addAll(read(stream));
    }
    for (var number = 0; number < events.size(); number++) {
      assertThat(events.get(number).get("sequence_number").intValue()).isEqualTo(number);
    }
    assertThat(asking.readAfter(id(events), -1)).isEqualTo(events);
  }

  @Test
  void areCancelled() throws InterruptedException {
    try (var stream = asking.open(model.name())) {
      var id = id(List.of(next(stream)));
      model.release(1);
      var cancelled = elsewhere.member().post(Asking.PATH + "/" + id + "/cancel", "{}").expect(200);
      assertThat(cancelled.text("status")).isEqualTo("cancelled");
      assertThat(read(stream).getLast().at("/response/status").stringValue())
          .isEqualTo("cancelled");
    }
  }

  @Test
  void tellTheirFunctionCallsAlike() throws InterruptedException {
    var weather = Map.of("type", "function", "name", "weather");
    var events = asking.stream("two-tools", "tools", List.of(weather));
    assertThat(elsewhere.readAfter(id(events), -1)).isEqualTo(events);
  }

  private static String id(List<JsonNode> events) {
    return events.getFirst().at("/response/id").stringValue();
  }
}
