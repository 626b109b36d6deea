package dev.parley.audit;

import static dev.parley.audit.Finding.Fault.EVENT_ADDED;
import static dev.parley.audit.Finding.Fault.EVENT_CHANGED;
import static dev.parley.audit.Finding.Fault.EVENT_REMOVED;
import static dev.parley.audit.Finding.Fault.EVENT_UNSEALED;
import static dev.parley.audit.Finding.Fault.NOTED;
import static dev.parley.audit.Finding.Fault.SEGMENT_CHANGED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Looks whether events are those that were recorded.
@Component
class EventVerification {

  /// By then a server has sealed what it recorded, or another has for it.
  private static final Duration LATE = Duration.ofHours(3);

  private final AuditKeys keys;
  private final Entries entries;
  private final Segments segments;
  private final Clock clock;

  EventVerification(AuditKeys keys, Entries entries, Segments segments, Clock clock) {
    this.keys = keys;
    this.entries = entries;
    this.segments = segments;
    this.clock = clock;
  }

  void verify(Segment segment, Report report) {
    var codes = new ArrayList<String>();
    var voids = new HashSet<>(segment.voids());
    var missing = segment.first();
    var found = report.faults();
    for (var row : entries.between(segment.writer(), segment.first(), segment.last())) {
      var number = row.entry().number();
      missing = reportMissing(segment, missing, number, voids, report);
      if (voids.contains(number)) {
        report.add(EVENT_ADDED, row.entry().sequence());
      } else {
        verify(row, report);
        codes.add(row.code());
      }
    }
    var _ = reportMissing(segment, missing, segment.last() + 1, voids, report);
    if (found == report.faults() && !Segment.chain(keys.key(), codes).equals(segment.chain())) {
      report.add(SEGMENT_CHANGED, segment.number());
    }
  }

  /// @return the number after `to`
  private static long reportMissing(
      Segment segment, long from, long to, Set<Long> voids, Report report) {
    for (var number = from; number < to; number++) {
      if (!voids.contains(number)) {
        report.add(EVENT_REMOVED, Entry.sequence(segment.writer(), number));
      }
    }
    return to + 1;
  }

  private void verify(Recorded row, Report report) {
    report.sawEvent();
    if (!row.isGenuine(keys.key())) {
      report.add(EVENT_CHANGED, row.entry().sequence());
    } else if (Repair.KIND.equals(row.entry().kind())) {
      report.add(NOTED, Instant.ofEpochMilli(row.entry().at()));
    }
  }

  /// Those of each process that come after the last that is sealed.
  void verifyUnsealed(Report report) {
    entries.writers(writer -> verifyUnsealed(writer, report));
  }

  private void verifyUnsealed(long writer, Report report) {
    // In this order: what is sealed in between was read as unsealed, and is looked at all the same.
    var after = segments.sealedUpTo(writer);
    for (var row : entries.after(writer, Long.MIN_VALUE, 1)) {
      if (row.entry().number() < 1) {
        report.add(EVENT_ADDED, row.entry().sequence());
      }
    }
    var few = entries.after(writer, after, Keeper.MOST);
    while (!few.isEmpty()) {
      for (var row : few) {
        report.sawUnsealed();
        if (!row.isGenuine(keys.key())) {
          report.add(EVENT_ADDED, row.entry().sequence());
        } else if (clock.millis() - row.entry().at() > LATE.toMillis()) {
          report.add(EVENT_UNSEALED, row.entry().sequence());
        }
      }
      few = entries.after(writer, few.getLast().entry().number(), Keeper.MOST);
    }
  }
}
