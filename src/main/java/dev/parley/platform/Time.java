package dev.parley.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock, so that tests can move it.
@Configuration(proxyBeanMethods = false)
class Time {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
