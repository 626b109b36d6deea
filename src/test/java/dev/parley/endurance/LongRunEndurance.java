package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// As much as a server should bear for long: 70 of 100 of what it can do, for an hour or as long as
/// somebody wants.
class LongRunEndurance {

  private static final int MINUTES = Setting.count("minutes", 3);
  private static final Duration WARMING_UP = Setting.seconds("warm-up.seconds", 30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int AT_A_TIME = 256;
  private static final String MODEL = "say-20-10";
  private static final double SHARE = 0.7;
  private static final double MOST_GROWTH = 1.2;
  private static final long SLACK = 16L << 20;

  private static final Report REPORT = new Report("long run");

  @Test
  @Keeps("load.flat")
  void takesNoMoreMemoryAtItsEndThanAtItsBeginning(@TempDir Path folder) throws Exception {
    try (var server = new LoadedServer(folder)) {
      var most = Pace.most(AT_A_TIME, WARMING_UP, () -> server.ask(MODEL));
      var bySecond = SHARE * most;
      run(server, bySecond, WARMING_UP);
      var first = server.vitals();
      REPORT.progress("%.0f questions a second, at first %s".formatted(bySecond, first));

      var asked = 0L;
      for (var minute = 1; minute <= MINUTES; minute++) {
        asked += run(server, bySecond, Duration.ofMinutes(1));
        server.model().reset();
        REPORT.progress("%d of %d minutes, %s".formatted(minute, MINUTES, server.vitals()));
      }
      var last = server.vitals();

      REPORT.result(
          "%d questions in %d minutes: at first %s, at last %s"
              .formatted(asked, MINUTES, first, last));
      assertThat(last.live()).isLessThan((long) (MOST_GROWTH * first.live()) + SLACK);
      assertThat(last.resident()).isLessThan((long) (MOST_GROWTH * first.resident()) + SLACK);
      Figures.atMost("load.flat", (last.live() - first.live()) / 1e6, "%.1f MB more");
    }
  }

  /// Every question that is taken has an answer; on a machine that others use, too, some are not.
  private static long run(LoadedServer server, double bySecond, Duration time) throws Exception {
    var visits = Pace.steady(bySecond, time, () -> server.ask(MODEL));
    for (var visit : visits) {
      assertThat(visit.end()).as("%s", visit).succeedsWithin(PATIENCE);
      assertThat(visit.isCompleted() || visit.status() == 503).as("%s", visit).isTrue();
    }
    return visits.size();
  }
}
