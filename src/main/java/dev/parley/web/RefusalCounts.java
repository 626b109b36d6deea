package dev.parley.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.stereotype.Component;

/// What was refused, by the code of the refusal, and by the limit where one was reached.
@Component
final class RefusalCounts implements MeterBinder {

  private static final String NAME = "parley.refusals";

  /// Nobody looks at what is counted before [#bindTo].
  private volatile MeterRegistry meters = new SimpleMeterRegistry();

  @Override
  public void bindTo(MeterRegistry registry) {
    meters = registry;
    // Is there from the start, so that an alert has something to look at.
    meters.counter(NAME, "code", "rate_limited", "limit", "");
  }

  void count(Refusal refusal) {
    meters.counter(NAME, "code", refusal.code(), "limit", refusal.limit()).increment();
  }
}
