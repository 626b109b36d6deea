package dev.parley.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.stereotype.Component;

/// What was refused, by the code of the refusal: limits that were reached are among them.
@Component
final class RefusalCounts implements MeterBinder {

  /// Nobody looks at what is counted before [#bindTo].
  private volatile MeterRegistry meters = new SimpleMeterRegistry();

  @Override
  public void bindTo(MeterRegistry registry) {
    meters = registry;
    // Is there from the start, so that an alert has something to look at.
    meters.counter("parley.refusals", "code", "rate_limited");
  }

  void count(Refusal refusal) {
    meters.counter("parley.refusals", "code", refusal.code()).increment();
  }
}
