package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DecidedByBuildTest {

  @Test
  void holdsForTheServerWithNothingSetUp() {
    assertThat(isUsual("PARLEY_MODELS=*")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parley.database.url=sqlite:elsewhere.db",
        "parley.trace.endpoint=",
        "parley.redis.url=",
        "PARLEY_PROFILE=production"
      })
  void holdsWhereTheSettingsComeToTheSame(String setting) {
    assertThat(isUsual(setting)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parley.database.url=postgresql://parley:secret@localhost/parley",
        "parley.database.server.host=localhost",
        "parley.database.connections=many",
        "parley.redis.url=redis://localhost",
        "parley.trace.endpoint=http://localhost:4318",
        "spring.threads.virtual.enabled=false",
        "SPRING_CONFIG_LOCATION=elsewhere.yaml",
        "SERVER_SSL_BUNDLE=web"
      })
  void doesNotHoldForAnyOther(String setting) {
    assertThat(isUsual(setting)).isFalse();
  }

  private static boolean isUsual(String setting) {
    var equals = setting.indexOf('=');
    var named = Map.<String, Object>of(setting.substring(0, equals), setting.substring(equals + 1));
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .forEach(old -> environment.getPropertySources().remove(old.getName()));
    environment.getPropertySources().addFirst(new MapPropertySource("settings", named));
    return DecidedByBuild.isUsual(environment);
  }
}
