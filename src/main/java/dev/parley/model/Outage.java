package dev.parley.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether the model service is down. After 5 failures in a row nothing is asked for 10
/// seconds, then one question at a time tries whether it is back.
final class Outage {

  private static final Logger log = LoggerFactory.getLogger(Outage.class);
  private static final int FAILURES = 5;
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "model",
          CircuitBreakerConfig.custom()
              .slidingWindowType(SlidingWindowType.COUNT_BASED)
              .slidingWindowSize(FAILURES)
              .minimumNumberOfCalls(FAILURES)
              .failureRateThreshold(100)
              .waitDurationInOpenState(PAUSE)
              .permittedNumberOfCallsInHalfOpenState(1)
              .automaticTransitionFromOpenToHalfOpenEnabled(false)
              .build());

  Outage() {
    breaker
        .getEventPublisher()
        .onStateTransition(event -> log.warn("The model service: {}", event.getStateTransition()));
  }

  /// Whether one more question may be asked. Whoever was let through says later what came of it.
  boolean tryEnter() {
    return breaker.tryAcquirePermission();
  }

  /// Whether nobody would be let through right now.
  boolean isOver() {
    return breaker.getState() != CircuitBreaker.State.OPEN;
  }

  Duration pause() {
    return PAUSE;
  }

  void answered() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  void failed(ModelFailure failure) {
    if (failure.isOutage()) {
      breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    } else {
      answered();
    }
  }

  void gaveUp() {
    breaker.releasePermission();
  }
}
