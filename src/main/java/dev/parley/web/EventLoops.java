package dev.parley.web;

import io.netty.channel.epoll.Epoll;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/// The event loops: one for each core, shared by the connections of clients and those to the model.
@Configuration(proxyBeanMethods = false)
class EventLoops {

  private static final String NAME = "event-loop";

  @Bean
  ReactorResourceFactory eventLoopResources() {
    var resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    resources.setLoopResourcesSupplier(EventLoops::loops);
    // All connections are closed by then.
    resources.setShutdownQuietPeriod(Duration.ZERO);
    return resources;
  }

  private static LoopResources loops() {
    var cores = Runtime.getRuntime().availableProcessors();
    return Epoll.isAvailable()
        ? new PacedLoops(NAME, cores)
        : LoopResources.create(NAME, cores, true);
  }
}
