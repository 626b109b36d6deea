package dev.parley.node;

import dev.parley.platform.Ids;
import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The only server on its database, which a lock holds for it.
@Component
@OnNodes(Nodes.ONE)
final class LoneNode implements ThisNode {

  private final String id;

  LoneNode(Ids ids) {
    this.id = ids.next("node");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean isAlone() {
    return true;
  }

  @Override
  public boolean holdsLease() {
    return true;
  }

  @Override
  public void requireLease() {
    // Nobody else could have ended it.
  }

  @Override
  public Duration farewell() {
    return Duration.ZERO;
  }
}
