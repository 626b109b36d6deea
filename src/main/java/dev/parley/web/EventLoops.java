package dev.parley.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/// The event loops: one for each core, shared by the connections of clients and those to the model.
@Configuration(proxyBeanMethods = false)
class EventLoops {

  @Bean
  ReactorResourceFactory eventLoopResources() {
    var resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    resources.setLoopResourcesSupplier(
        () -> LoopResources.create("event-loop", Runtime.getRuntime().availableProcessors(), true));
    // All connections are closed by then.
    resources.setShutdownQuietPeriod(Duration.ZERO);
    return resources;
  }
}
