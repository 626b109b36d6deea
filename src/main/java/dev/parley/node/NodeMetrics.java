package dev.parley.node;

import dev.parley.platform.Nodes;
import dev.parley.platform.OnNodes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// Whether what the nodes share can be had.
@Component
@OnNodes(Nodes.SEVERAL)
final class NodeMetrics implements MeterBinder {

  private final Redis redis;

  NodeMetrics(Redis redis) {
    this.redis = redis;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("parley.redis.up", redis, shared -> shared.works() ? 1 : 0)
        .description("Whether Redis answers: 1, or 0")
        .register(meters);
  }
}
