package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Notices nodes that have died, and has what they were doing cleared away. All nodes look; a
/// node's row is there until one of them has cleared all away.
@Component
@OnNodes(Nodes.SEVERAL)
class DeadNodes {

  private static final Logger log = LoggerFactory.getLogger(DeadNodes.class);

  private final NodeRows rows;
  private final ThisNode node;
  private final Watch watch;
  private final ApplicationEventPublisher events;
  private final AtomicBoolean looking = new AtomicBoolean();

  DeadNodes(NodeRows rows, ThisNode node, NodeSettings settings, ApplicationEventPublisher events) {
    this.rows = rows;
    this.node = node;
    this.watch = new Watch(settings.deadAfter());
    this.events = events;
  }

  @Scheduled(fixedRateString = "${parley.node.beat-every:2s}")
  void look() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    try {
      for (var stale : watch.stale(rows.others(node.id()), System.nanoTime())) {
        if (rows.endLease(stale.id(), stale.beats())) {
          log.warn("{} shows nothing any more and is taken for dead", stale.id());
        }
      }
      rows.others(node.id()).stream().filter(NodeRows.Row::dead).forEach(this::clearAway);
    } catch (DataAccessException | TransactionException e) {
      watch.forget();
      log.debug("The other nodes cannot be looked at", e);
    } finally {
      looking.set(false);
    }
  }

  private void clearAway(NodeRows.Row dead) {
    events.publishEvent(new NodeDied(dead.id()));
    rows.remove(dead.id());
  }
}
