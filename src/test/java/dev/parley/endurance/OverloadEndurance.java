package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Figures;
import dev.parley.testing.Keeps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Twice as many questions as the machine can answer.
class OverloadEndurance {

  private static final Duration TIME = Setting.seconds("overload.seconds", 20);
  private static final int AT_A_TIME = 64;
  private static final String MODEL = "say-20-0";

  /// Until the server has refused, as it measures that itself: the crowd waits for its own turn on
  /// the same machine.
  private static final double MOST_MICROS = 5_000;

  private static final Report REPORT = new Report("overload");

  @Test
  @Keeps({"overload.whole", "overload.refused"})
  void endsWhatItTakesAndRefusesTheRestAtOnce(@TempDir Path folder) throws Exception {
    try (var server = new LoadedServer(folder)) {
      Pace.most(AT_A_TIME, TIME, () -> server.ask(MODEL));
      var most = Pace.most(AT_A_TIME, TIME, () -> server.ask(MODEL));
      REPORT.progress("%.0f questions a second are what it can do".formatted(most));

      var bySecond = 2 * most;
      var visits = ask(server, bySecond);
      // What others do on this machine may have made it look slower than it is.
      while (visits.stream().allMatch(Visit::isCompleted)) {
        bySecond *= 2;
        visits = ask(server, bySecond);
      }

      var taken = visits.stream().filter(visit -> visit.status() == 200).toList();
      var refused = visits.stream().filter(visit -> visit.status() == 503).toList();
      var micros = server.meanMicros(503);
      REPORT.result(
          ("%.0f a second for %d s: %d taken, the head after %d ms (median) and %d ms (99 of 100);"
                  + " %d refused after %.0f us on average, seen after %d us (median) and %d us (99 of"
                  + " 100)")
              .formatted(
                  bySecond,
                  TIME.toSeconds(),
                  taken.size(),
                  micros(taken, 50) / 1000,
                  micros(taken, 99) / 1000,
                  refused.size(),
                  micros,
                  micros(refused, 50),
                  micros(refused, 99)));
      assertThat(taken).allMatch(Visit::isCompleted);
      assertThat(refused).isNotEmpty().allMatch(Visit::saysWhenToTryAgain);
      assertThat(taken.size() + refused.size()).isEqualTo(visits.size());
      assertThat(micros).isLessThan(MOST_MICROS);
      Figures.atMost("overload.refused", micros / 1000, "%.2f ms");
    }
  }

  private static List<Visit> ask(LoadedServer server, double bySecond) throws Exception {
    var visits = Pace.steady(bySecond, TIME, () -> server.ask(MODEL));
    CompletableFuture.allOf(visits.stream().map(Visit::end).toArray(CompletableFuture[]::new))
        .get(TIME.toSeconds() + 120, TimeUnit.SECONDS);
    return visits;
  }

  private static long micros(List<Visit> visits, int percent) {
    var sorted = visits.stream().mapToLong(Visit::headMicros).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100];
  }
}
