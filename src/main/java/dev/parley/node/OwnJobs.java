package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// There is nobody else to do it.
@Component
@OnNodes(Nodes.ONE)
final class OwnJobs implements SoleJobs {

  @Override
  public void run(String name, Duration every, Runnable job) {
    job.run();
  }
}
