package dev.parley.audit;

import dev.parley.platform.Presence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Before the first event: the record's key is there, and the record is as long as this node knows
/// it to have been. The master keys have been looked at by then.
@Component
@Profile("!" + Presence.BESIDE)
@DependsOn("keyCheck")
class RecordCheck implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(RecordCheck.class);

  private final AuditKeys keys;
  private final Anchor anchor;
  private final Heads heads;
  private final Repair repair;

  RecordCheck(AuditKeys keys, Anchor anchor, Heads heads, Repair repair) {
    this.keys = keys;
    this.anchor = anchor;
    this.heads = heads;
    this.repair = repair;
  }

  @Override
  public void afterPropertiesSet() {
    var _ = keys.key();
    var number = heads.find().map(stored -> stored.head().number()).orElse(0L);
    anchor.find().filter(known -> known.number() > number).ifPresent(known -> tell(known, number));
  }

  private void tell(Anchor.Known known, long number) {
    log.error(
        "The record was cut off, or an older database is in the place of a newer one: it ends with"
            + " segment {}, and there was segment {}",
        number,
        known.number());
    repair.cutOff(known, number);
  }
}
