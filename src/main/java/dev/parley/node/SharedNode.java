package dev.parley.node;

import dev.parley.platform.Ids;
import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// One of several servers on a database. It holds a lease there for as long as it goes on beating;
/// a node that finds its lease ended gives up what it was doing, and is another node from then on.
@Component
@OnNodes(Nodes.SEVERAL)
class SharedNode implements ThisNode, InitializingBean, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(SharedNode.class);

  private final NodeRows rows;
  private final Ids ids;
  private final ApplicationEventPublisher events;
  private final NodeSettings settings;
  private final Likeness likeness;
  private volatile String id;
  private volatile long beatenAt = System.nanoTime();

  SharedNode(
      NodeRows rows,
      Ids ids,
      ApplicationEventPublisher events,
      NodeSettings settings,
      Likeness likeness) {
    this.likeness = likeness;
    this.rows = rows;
    this.ids = ids;
    this.events = events;
    this.settings = settings;
    this.id = ids.next("node");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean isAlone() {
    return false;
  }

  @Override
  public Duration farewell() {
    return settings.farewell();
  }

  @Override
  public boolean holdsLease() {
    return rows.isAlive(id);
  }

  @Override
  public void requireLease() {
    if (System.nanoTime() - beatenAt > settings.deadAfter().toNanos() / 2) {
      beat();
    }
  }

  @Override
  public void afterPropertiesSet() {
    rows.add(id, likeness.marks());
    log.info("This is {}, one of several on this database", id);
    likeness.compareWith(rows.others(id));
  }

  /// Shows that this node lives. While the database is down nobody can, and nobody is missed.
  @Scheduled(fixedRateString = "${parley.node.beat-every:2s}")
  synchronized void beat() {
    try {
      var now = System.nanoTime();
      if (!rows.beat(id)) {
        beginAnew();
      }
      beatenAt = now;
    } catch (DataAccessException | TransactionException e) {
      log.debug("The database could not be told that this node lives", e);
    }
  }

  private void beginAnew() {
    var lost = id;
    var next = ids.next("node");
    rows.add(next, likeness.marks());
    id = next;
    log.warn("{} stood still for too long and was taken for dead: it is {} now", lost, next);
    events.publishEvent(new LeaseLost(lost));
  }

  /// What it could not end, another node clears away at once.
  @Override
  public void destroy() {
    try {
      rows.endLease(id);
    } catch (DataAccessException | TransactionException e) {
      log.warn("The others could not be told that {} has ended", id, e);
    }
  }
}
