package dev.parley.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Sees to it that the head of a request comes in time.
@Configuration(proxyBeanMethods = false)
class SlowHeads {

  @Bean
  NettyServerCustomizer headsInTime(WebSettings settings) {
    return server ->
        server.doOnChannelInit((_, channel, _) -> HeadDeadline.addTo(channel, settings.headTime()));
  }
}
