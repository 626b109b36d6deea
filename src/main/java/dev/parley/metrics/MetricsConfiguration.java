package dev.parley.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gathers the numbers of all rooms, and of the process.
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  PrometheusMeterRegistry meters(List<MeterBinder> binders) {
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    binders.forEach(binder -> binder.bindTo(meters));
    return meters;
  }

  @Bean
  MeterBinder memoryMetrics() {
    return new JvmMemoryMetrics();
  }

  @Bean
  JvmGcMetrics collectionMetrics() {
    return new JvmGcMetrics();
  }

  @Bean
  MeterBinder threadMetrics() {
    return new JvmThreadMetrics();
  }

  @Bean
  MeterBinder processorMetrics() {
    return new ProcessorMetrics();
  }

  @Bean
  MeterBinder fileMetrics() {
    return new FileDescriptorMetrics();
  }

  @Bean
  MeterBinder uptimeMetrics() {
    return new UptimeMetrics();
  }
}
