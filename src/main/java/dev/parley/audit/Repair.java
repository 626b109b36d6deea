package dev.parley.audit;

import dev.parley.platform.Happening;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Goes on after somebody has tampered with the record: what happens from then on is to be on it,
/// too. That it was tampered with is recorded first, and so stands in it for good.
@Component
class Repair {

  static final String KIND = "record_damaged";

  /// @param outcome what was found
  record Damaged(String outcome) implements Happening {

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public @Nullable String actor() {
      return null;
    }

    @Override
    public @Nullable String subject() {
      return null;
    }
  }

  private final AuditKeys keys;
  private final Heads heads;
  private final Segments segments;
  private final ApplicationEventPublisher events;

  Repair(AuditKeys keys, Heads heads, Segments segments, ApplicationEventPublisher events) {
    this.keys = keys;
    this.heads = heads;
    this.segments = segments;
    this.events = events;
  }

  /// Makes a head of the last segment that is there.
  @Transactional
  public void headFromSegments() {
    var last = segments.last();
    var head =
        last.isEmpty()
            ? Head.first()
            : new Head(last.getFirst().segment().number(), last.getFirst().seal(), 0, "");
    if (heads.hold().isPresent()) {
      heads.update(head.stored(keys.key()));
    } else {
      heads.insert(head.stored(keys.key()));
    }
    events.publishEvent(new Damaged("the head was lost; it ends with segment " + head.number()));
  }

  /// Notes that there has been more of the record than there is.
  @Transactional
  public void cutOff(Anchor.Known known, long number) {
    events.publishEvent(
        new Damaged(
            "segment %s was there; it ends with segment %d".formatted(known.number(), number)));
  }
}
