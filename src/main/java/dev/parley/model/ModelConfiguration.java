package dev.parley.model;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.json.JsonMapper;

/// Chooses who answers.
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ModelConfiguration.class);
  private static final Duration DEMO_PACE = Duration.ofMillis(25);

  @Bean
  ModelService modelService(
      ModelSettings settings, JsonMapper json, ReactorResourceFactory resources, Clock clock) {
    if (settings.isDemo()) {
      log.warn(
          "The built-in demo model answers: neither OPENAI_API_KEY nor OPENAI_BASE_URL is set.");
      return new DemoModel(DEMO_PACE, clock);
    }
    log.info("Questions go to {}", settings.completions().getAuthority());
    return new OpenAiModel(settings, json, resources.getLoopResources());
  }
}
