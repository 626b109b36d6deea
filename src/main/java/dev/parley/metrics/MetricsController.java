package dev.parley.metrics;

import dev.parley.web.Insider;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The numbers, in the text format of Prometheus.
@RestController
class MetricsController {

  private static final MediaType FORMAT =
      MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8");

  private final PrometheusMeterRegistry meters;

  MetricsController(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @GetMapping("/metrics")
  ResponseEntity<String> metrics(Insider insider) {
    return ResponseEntity.ok().contentType(FORMAT).body(meters.scrape());
  }
}
