package dev.parley.platform;

import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Settings that a test gives.
final class Given {

  private Given() {}

  static Settings settings(Map<String, Object> set) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", set));
    return new Settings(environment);
  }
}
