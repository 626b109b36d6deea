package dev.parley.command;

import dev.parley.platform.Happening;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.web.bind.annotation.RestController;

/// The rooms without the server: no web, no jobs, and nothing that begins by itself.
@ComponentScan(
    basePackages = Workshop.ROOMS,
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.REGEX, pattern = "dev\\.parley\\.Parley"),
      @ComponentScan.Filter(RestController.class)
    })
@ConfigurationPropertiesScan(Workshop.ROOMS)
@EnableTransactionManagement(proxyTargetClass = true)
class Workshop {

  static final String ROOMS = "dev.parley";

  /// Nobody listens here but the record: what a command does is in the database by the time that it
  /// is told of, and it is from there that servers know.
  @Bean
  ApplicationEventMulticaster applicationEventMulticaster() {
    return new SimpleApplicationEventMulticaster() {
      @Override
      public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {
        if (event instanceof PayloadApplicationEvent<?> published
            && published.getPayload() instanceof Happening) {
          super.multicastEvent(event, type);
        }
      }
    };
  }

  /// What would start with the server is not even made.
  @Bean
  DefaultLifecycleProcessor lifecycleProcessor() {
    return new DefaultLifecycleProcessor() {
      @Override
      public void onRefresh() {
        // Nothing starts.
      }

      @Override
      public void onClose() {
        // So nothing stops.
      }
    };
  }
}
