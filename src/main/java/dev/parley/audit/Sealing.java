package dev.parley.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds segments behind the last. Those who seal wait for one another, which is a few times a
/// minute for each node; nobody who records anything waits for them.
@Component
class Sealing {

  private final AuditKeys keys;
  private final Heads heads;
  private final Segments segments;
  private final Entries entries;
  private final Clock clock;

  Sealing(AuditKeys keys, Heads heads, Segments segments, Entries entries, Clock clock) {
    this.keys = keys;
    this.heads = heads;
    this.segments = segments;
    this.entries = entries;
    this.clock = clock;
  }

  /// Seals events of this process.
  ///
  /// @param events one after another
  /// @return what was sealed
  /// @throws HeadLost where the record's head is not what was left there
  @Transactional
  public Anchor.Known seal(long writer, List<Unsealed.Event> events) {
    var first = events.getFirst().number();
    var last = events.getLast().number();
    var codes = new ArrayList<String>();
    var voids = new ArrayList<Long>();
    // What was undone is most often not there, but a connection may have broken after it was.
    var rows =
        events.stream().allMatch(Unsealed.Event::isStored)
            ? List.<Recorded>of()
            : entries.between(writer, first, last);
    for (var event : events) {
      if (event.isStored() || rows.stream().anyMatch(row -> isOf(row, event))) {
        codes.add(event.code());
      } else {
        voids.add(event.number());
      }
    }
    return add(writer, first, last, voids, codes, false);
  }

  /// Seals what a process that is no more has left.
  ///
  /// @param rows in the order of their numbers
  @Transactional
  public Anchor.Known recover(long writer, long first, List<Recorded> rows) {
    var codes = rows.stream().map(Recorded::code).toList();
    var last = rows.getLast().entry().number();
    var there = rows.stream().map(row -> row.entry().number()).toList();
    var voids = new ArrayList<Long>();
    for (var number = first; number <= last; number++) {
      if (!there.contains(number)) {
        voids.add(number);
      }
    }
    return add(writer, first, last, voids, codes, true);
  }

  private Anchor.Known add(
      long writer, long first, long last, List<Long> voids, List<String> codes, boolean recovered) {
    var key = keys.key();
    var head = heads.hold().filter(stored -> stored.isGenuine(key)).orElseThrow(HeadLost::new);
    var segment =
        new Segment(
            head.head().number() + 1,
            writer,
            first,
            last,
            voids,
            Segment.chain(key, codes),
            recovered,
            clock.millis());
    var seal = segment.seal(key, head.head().seal());
    segments.add(segment, seal);
    heads.update(head.head().after(segment, seal).stored(key));
    return new Anchor.Known(segment.number(), seal);
  }

  private static boolean isOf(Recorded row, Unsealed.Event event) {
    return row.entry().number() == event.number() && row.code().equals(event.code());
  }
}
