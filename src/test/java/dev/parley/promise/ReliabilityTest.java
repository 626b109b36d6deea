package dev.parley.promise;

import static dev.parley.promise.ReliabilityPage.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A promise is worth what its tests are.
class ReliabilityTest {

  private static final List<Promise> PROMISES = Promise.all();
  private static final List<Keeper> KEEPERS = Keeper.all();

  @Test
  void everyPromiseIsKeptByATest() {
    var kept = KEEPERS.stream().map(Keeper::promise).toList();

    assertThat(PROMISES)
        .extracting(Promise::key)
        .as("promises that no test is marked with")
        .doesNotHaveDuplicates()
        .filteredOn(key -> !kept.contains(key))
        .isEmpty();
  }

  @Test
  void noTestKeepsWhatNobodyPromised() {
    var promised = PROMISES.stream().map(Promise::key).toList();

    assertThat(KEEPERS).filteredOn(keeper -> !promised.contains(keeper.promise())).isEmpty();
  }

  @Test
  void thePageIsTheOneThatIsCommitted() throws IOException {
    var page = ReliabilityPage.of(PROMISES, KEEPERS, MeasuredFigures.committed());
    var committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    if (!page.equals(committed)) {
      Files.writeString(COMMITTED, page);
    }

    assertThat(committed).as("%s, which has now been written anew", COMMITTED).isEqualTo(page);
  }

  @Test
  void figuresOutlastAPageThatIsWrittenAnew() {
    var promise = PROMISES.getFirst();
    var page = ReliabilityPage.of(PROMISES, KEEPERS, Map.of(promise.key(), "12 ms"));

    assertThat(MeasuredFigures.on(page)).containsExactly(Map.entry(promise.key(), "12 ms"));
  }
}
