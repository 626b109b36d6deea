package dev.parley.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a verification has seen so far.
final class Report {

  /// More are counted and not told.
  private static final int TOLD = 1_000;

  private static final int STEP = 100_000;

  private final List<Finding> findings = new ArrayList<>();
  private final Consumer<Long> progress;
  private long faults;
  private long events;
  private long segments;
  private long unsealed;
  private long recovered;
  private Anchor.@Nullable Known end;

  /// @param progress hears now and then how many events have been looked at
  Report(Consumer<Long> progress) {
    this.progress = progress;
  }

  void add(Finding.Fault fault, Object place) {
    faults++;
    if (findings.size() < TOLD) {
      findings.add(Finding.of(fault, place));
    }
  }

  void sawEvent() {
    events++;
    if (events % STEP == 0) {
      progress.accept(events);
    }
  }

  void sawUnsealed() {
    unsealed++;
  }

  void saw(Segment segment) {
    segments++;
    recovered += segment.recovered() ? 1 : 0;
  }

  void endsWith(Anchor.Known known) {
    end = known;
  }

  boolean isWhole() {
    return faults == 0;
  }

  long faults() {
    return faults;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  Anchor.@Nullable Known end() {
    return end;
  }

  /// The same, for whoever is not in this room.
  Verdict verdict() {
    return new Verdict(
        isWhole(),
        events,
        segments,
        unsealed,
        faults,
        findings.stream().map(Finding::toString).toList(),
        end == null ? null : end.toString());
  }

  @Override
  public String toString() {
    return "%d events in %d segments (%d of them sealed after a crash), %d not sealed yet"
        .formatted(events, segments, recovered, unsealed);
  }
}
