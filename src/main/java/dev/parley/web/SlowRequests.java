package dev.parley.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Sees to it that requests come in time.
@Configuration(proxyBeanMethods = false)
class SlowRequests {

  @Bean
  NettyServerCustomizer requestsInTime(WebSettings settings) {
    return server ->
        server.doOnChannelInit(
            (_, channel, _) -> {
              HeadDeadline.addTo(channel, settings.headTime());
              BodyPace.addTo(channel, settings.headTime(), settings.bodyRate());
            });
  }
}
