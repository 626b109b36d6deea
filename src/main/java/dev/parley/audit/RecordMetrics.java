package dev.parley.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How much of the record waits to be sealed.
@Component
final class RecordMetrics implements MeterBinder {

  private final Keeper keeper;

  RecordMetrics(Keeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("parley.audit.unsealed", keeper, kept -> kept.unsealed().size())
        .description("Events on record that are not sealed yet")
        .register(meters);
  }
}
