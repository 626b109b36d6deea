package dev.parley.metrics;

import dev.parley.web.FilterOrder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// How many requests there are, and how long each waits for the head of its answer; for a stream
/// that is its first event. Counts streams while they last. Nothing is done for each piece of one.
@Component
@Order(FilterOrder.METRICS)
final class RequestMetrics implements WebFilter {

  private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());

  private final MeterRegistry meters;
  private final AtomicInteger streams = new AtomicInteger();

  RequestMetrics(MeterRegistry meters) {
    this.meters = meters;
    Gauge.builder("parley.streams.open", streams, AtomicInteger::get)
        .description("Event streams that are being written")
        .register(meters);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var watch = new Watch(exchange);
    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(watch::answered));
    return chain.filter(exchange).doFinally(_ -> watch.ended());
  }

  /// One request. The event loop of its connection is the only one that answers it.
  private final class Watch {

    private final long began = System.nanoTime();
    private final ServerWebExchange exchange;
    private boolean isStream;

    Watch(ServerWebExchange exchange) {
      this.exchange = exchange;
    }

    void answered() {
      var response = exchange.getResponse();
      var status = response.getStatusCode();
      Timer.builder("http.server.requests")
          .description("Requests, by how long they waited for the head of their answer")
          .tag("method", method())
          .tag("uri", route())
          .tag("status", status == null ? "200" : String.valueOf(status.value()))
          .register(meters)
          .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
      if (MediaType.TEXT_EVENT_STREAM.isCompatibleWith(response.getHeaders().getContentType())) {
        isStream = true;
        streams.incrementAndGet();
      }
    }

    void ended() {
      if (isStream) {
        streams.decrementAndGet();
      }
    }

    /// Any word may stand there, so only those that there are become a label.
    private String method() {
      var method = exchange.getRequest().getMethod();
      return METHODS.contains(method) ? method.name() : "other";
    }

    /// As the controller has it, with names for its variables; never the path that was asked for.
    private String route() {
      var pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      return pattern == null ? "none" : pattern.toString();
    }
  }
}
