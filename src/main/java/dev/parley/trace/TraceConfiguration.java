package dev.parley.trace;

import dev.parley.model.ModelService;
import dev.parley.platform.Presence;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// Sends spans to the receiver, a few at a time and on a thread of its own: nobody waits for it,
/// and what it cannot take in time is dropped.
@Configuration(proxyBeanMethods = false)
@Profile("!" + Presence.BESIDE)
@OnTraces
class TraceConfiguration {

  @Bean(destroyMethod = "close")
  static SdkTracerProvider traces(TraceSettings settings) {
    var exporter = OtlpHttpSpanExporter.builder().setEndpoint(settings.traces()).build();
    return SdkTracerProvider.builder()
        .setResource(
            Resource.getDefault()
                .merge(
                    Resource.create(
                        Attributes.of(AttributeKey.stringKey("service.name"), "parley"))))
        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
        .build();
  }

  @Bean
  static Tracer tracer(SdkTracerProvider traces) {
    return traces.get("dev.parley");
  }

  /// Puts a [TracedModel] into the place of whatever writes answers.
  @Bean
  static BeanPostProcessor tracedModel(ObjectProvider<Tracer> tracer) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ModelService model
            ? new TracedModel(model, tracer.getObject())
            : bean;
      }
    };
  }
}
