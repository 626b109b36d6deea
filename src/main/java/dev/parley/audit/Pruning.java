package dev.parley.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Cuts off the oldest end of the record, a whole segment at a time. The head says where the record
/// begins from then on, so what is left is as whole as it was.
@Component
public class Pruning {

  private final AuditKeys keys;
  private final Heads heads;
  private final Segments segments;
  private final Entries entries;

  Pruning(AuditKeys keys, Heads heads, Segments segments, Entries entries) {
    this.keys = keys;
    this.heads = heads;
    this.segments = segments;
    this.entries = entries;
  }

  /// How many segments were sealed before a time; the last of all stays in any case.
  ///
  /// @param millis since 1970
  public int count(long millis) {
    return segments.countBefore(millis);
  }

  /// Deletes the oldest segment with its events, if it was sealed before a time.
  ///
  /// @return whether there was one
  /// @throws HeadLost where the record's head is not what was left there
  @Transactional
  public boolean deleteOldest(long millis) {
    if (segments.countBefore(millis) == 0) {
      return false;
    }
    var key = keys.key();
    var head =
        heads.hold().filter(stored -> stored.isGenuine(key)).orElseThrow(HeadLost::new).head();
    var oldest = segments.after(head.baseNumber(), 1).getFirst();
    var segment = oldest.segment();
    if (segment.at() >= millis || segment.number() >= head.number()) {
      return false;
    }
    entries.deleteBetween(segment.writer(), segment.first(), segment.last());
    segments.delete(segment.number());
    heads.update(new Head(head.number(), head.seal(), segment.number(), oldest.seal()).stored(key));
    return true;
  }
}
