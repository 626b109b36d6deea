package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AnswerSettingsTest {

  @Keeps("model.comments")
  @Test
  void hasADefaultForEverything() {
    var nothing = new MapConfigurationPropertySource(Map.of());

    assertThat(new Binder(nothing).bindOrCreate("parley.answer", AnswerSettings.class))
        .isEqualTo(
            new AnswerSettings(
                Duration.ofMillis(900),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5)));
  }
}
