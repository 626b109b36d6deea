package dev.parley.auth;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How much hashing there is; it is what an attack on passwords makes the server spend.
@Component
final class PasswordMetrics implements MeterBinder {

  private final Passwords passwords;

  PasswordMetrics(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    FunctionCounter.builder("parley.passwords.hashed", passwords, Passwords::hashed)
        .description("Passwords that were hashed, to be kept or to be compared")
        .register(meters);
    Gauge.builder("parley.passwords.waiting", passwords, Passwords::waiting)
        .description("Passwords that wait to be hashed")
        .register(meters);
  }
}
