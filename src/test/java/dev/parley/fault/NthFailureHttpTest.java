package dev.parley.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import dev.parley.testing.PlantedFailures.Kind;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// One statement fails, whichever it is, on SQLite; `NthFailureEndurance` has the rest.
@Keeps("nth.sqlite")
class NthFailureHttpTest {

  private static final NthFailure FAILURE = new NthFailure();

  @AfterAll
  static void close() {
    FAILURE.close();
  }

  @Test
  void ofStatementsLeavesWhatWasToldAndNoHalves() {
    check(Kind.STATEMENT, FAILURE.story().withoutPasswords());
  }

  @Test
  void ofCommitsLeavesWhatWasToldAndNoHalves() {
    check(Kind.COMMIT, FAILURE.story().deeds());
  }

  private static void check(Kind kind, Map<String, Supplier<Deed>> deeds) {
    var failures = FAILURE.plant(kind, deeds);

    assertThat(failures).isGreaterThan(deeds.size());
    Figures.atMost("nth.sqlite", failures, "one of %.0f statements");
  }
}
