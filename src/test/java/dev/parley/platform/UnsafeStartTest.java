package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnsafeStartTest {

  @Test
  void isExplainedWithItsRemedyWhereverItHappened() {
    var start = new UnsafeStart("The key is short.", "Leave it out.");

    var analysis = new UnsafeStartAnalyzer().analyze(new IllegalStateException(start));

    assertThat(analysis)
        .extracting("description", "action")
        .containsExactly("The key is short.", "Leave it out.");
  }

  @Test
  void isNotSeenInOtherFailures() {
    assertThat(new UnsafeStartAnalyzer().analyze(new IllegalStateException("another"))).isNull();
  }
}
