package dev.parley.audit;

import static dev.parley.audit.Finding.Fault.CUT_OFF;
import static dev.parley.audit.Finding.Fault.HEAD_CHANGED;
import static dev.parley.audit.Finding.Fault.SEGMENT_ADDED;
import static dev.parley.audit.Finding.Fault.SEGMENT_CHANGED;
import static dev.parley.audit.Finding.Fault.SEGMENT_REMOVED;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks whether the record is whole: every segment from the first to the last, every event in
/// them, and those that wait to be sealed. Servers may go on recording meanwhile.
@Component
class Verification {

  private static final int FEW = 100;

  private final AuditKeys keys;
  private final Heads heads;
  private final Segments segments;
  private final EventVerification events;
  private final Anchor anchor;

  Verification(
      AuditKeys keys, Heads heads, Segments segments, EventVerification events, Anchor anchor) {
    this.keys = keys;
    this.heads = heads;
    this.segments = segments;
    this.events = events;
    this.anchor = anchor;
  }

  /// @param kept a segment that somebody has noted earlier; none: what this node knows
  /// @param progress hears now and then how many events have been looked at
  Report verify(Anchor.@Nullable Known kept, Consumer<Long> progress) {
    var known = kept == null ? anchor.find().orElse(null) : kept;
    var report = new Report(progress);
    var base = heads.find().map(Head.Stored::head).orElse(Head.first());
    var end = new Anchor.Known(base.baseNumber(), base.baseSeal());
    var head = end;
    do {
      end = verifyAfter(end, known, report);
      // Read after the segments: it may know of more than were there, never of fewer.
      head = head();
    } while (head.number() > end.number() && !segments.after(end.number(), 1).isEmpty());
    compare(head, end, known, report);
    report.endsWith(end);
    events.verifyUnsealed(report);
    return report;
  }

  private Anchor.Known head() {
    return heads
        .find()
        .filter(stored -> stored.isGenuine(keys.key()))
        .map(stored -> new Anchor.Known(stored.head().number(), stored.head().seal()))
        .orElse(new Anchor.Known(-1, ""));
  }

  private static void compare(
      Anchor.Known head, Anchor.Known end, Anchor.@Nullable Known known, Report report) {
    if (head.number() < 0) {
      report.add(HEAD_CHANGED, "");
    } else if (head.number() > end.number()) {
      report.add(CUT_OFF, head.number());
    } else if (head.number() < end.number()) {
      report.add(SEGMENT_ADDED, end.number());
    } else if (!head.seal().equals(end.seal())) {
      report.add(SEGMENT_CHANGED, end.number());
    }
    if (known != null && known.number() > Math.max(head.number(), end.number())) {
      report.add(CUT_OFF, known.number());
    }
  }

  private Anchor.Known verifyAfter(
      Anchor.Known start, Anchor.@Nullable Known known, Report report) {
    var before = start;
    var few = segments.after(before.number(), FEW);
    while (!few.isEmpty()) {
      for (var sealed : few) {
        verify(sealed, before, report);
        before = new Anchor.Known(sealed.segment().number(), sealed.seal());
        if (known != null && known.number() == before.number() && !known.equals(before)) {
          report.add(SEGMENT_CHANGED, before.number());
        }
      }
      few = segments.after(before.number(), FEW);
    }
    return before;
  }

  private void verify(Segments.Sealed sealed, Anchor.Known before, Report report) {
    var segment = sealed.segment();
    for (var missing = before.number() + 1; missing < segment.number(); missing++) {
      report.add(SEGMENT_REMOVED, missing);
    }
    // What follows on one that is missing cannot be told from its own seal.
    var follows = segment.number() == before.number() + 1;
    if (follows && !segment.seal(keys.key(), before.seal()).equals(sealed.seal())) {
      report.add(SEGMENT_CHANGED, segment.number());
    }
    report.saw(segment);
    events.verify(segment, report);
  }
}
