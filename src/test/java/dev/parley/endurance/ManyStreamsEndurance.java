package dev.parley.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Figures;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 9,000 answers at once, with a heap of 512 MB.
class ManyStreamsEndurance {

  private static final int STREAMS = Setting.count("streams", 9_000);
  private static final int AT_A_TIME = 100;
  private static final int PIECES = 30;
  private static final Duration PATIENCE = Setting.seconds("streams.patience", 300);
  private static final Report REPORT = new Report("many streams");

  @Test
  @Keeps("streams.whole")
  void areAllWrittenToTheirEnds(@TempDir Path folder) throws Exception {
    try (var server = new LoadedServer(folder, "--parley.model.silence=15m")) {
      var model = GatedModel.of(server.model(), PIECES);
      var began = System.nanoTime();
      var visits = open(server, model);
      REPORT.progress("%d are open after %d s".formatted(STREAMS, seconds(began)));
      var vitals = server.vitals();

      began = System.nanoTime();
      for (var piece = 0; piece < PIECES; piece++) {
        model.release(STREAMS);
      }
      CompletableFuture.allOf(visits.stream().map(Visit::end).toArray(CompletableFuture[]::new))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

      assertThat(visits).allMatch(Visit::isCompleted);
      REPORT.result(
          "%d at once took %s; their %d pieces went through in %d s"
              .formatted(STREAMS, vitals, STREAMS * PIECES, seconds(began)));
      Figures.atMost("streams.whole", STREAMS, "%.0f at once");
    }
  }

  /// Asks whoever was refused once more, as clients do.
  private static List<Visit> open(LoadedServer server, GatedModel model) throws Exception {
    var open = new ArrayList<Visit>();
    while (open.size() < STREAMS) {
      var asked = new ArrayList<Visit>();
      for (var n = 0; n < Math.min(AT_A_TIME, STREAMS - open.size()); n++) {
        asked.add(server.ask(model.name()));
      }
      for (var visit : asked) {
        if (visit.head().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status() == 200) {
          open.add(visit);
        } else {
          assertThat(visit.status()).isEqualTo(503);
        }
      }
    }
    return open;
  }

  private static long seconds(long began) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
  }
}
