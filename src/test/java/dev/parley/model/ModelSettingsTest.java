package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Secret;
import dev.parley.testing.Keeps;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ModelSettingsTest {

  @Keeps({"model.silent", "model.bounds"})
  @Test
  void hasADefaultForEverything() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new ModelSettings(
                null,
                null,
                "gpt-4.1-mini",
                List.of("gpt-4.1-mini", "gpt-4o-mini", "gpt-3.5-turbo"),
                Map.of(),
                Map.of(),
                16_000,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofMinutes(15),
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(16),
                20_000,
                Duration.ofSeconds(10),
                true));
  }

  @Test
  void takesWhatIsSet() {
    var settings =
        bind(
            Map.of(
                "parley.model.api-key", "sk-12345678",
                "parley.model.allowed", "a,b",
                "parley.model.windows.[llama3.1:8b]", "8192",
                "parley.model.silence", "300ms",
                "parley.model.largest-answer", "64KB"));

    assertThat(settings.apiKey()).isEqualTo(new Secret("sk-12345678"));
    assertThat(settings.allowed()).containsExactly("a", "b");
    assertThat(settings.windows()).containsEntry("llama3.1:8b", 8_192);
    assertThat(settings.silence()).isEqualTo(Duration.ofMillis(300));
    assertThat(settings.largestAnswer()).isEqualTo(DataSize.ofKilobytes(64));
  }

  @Test
  void isTheDemoWhereNeitherKeyNorAddressIsSet() {
    assertThat(bind(Map.of()).isDemo()).isTrue();
    assertThat(bind(Map.of("parley.model.api-key", "", "parley.model.base-url", "")).isDemo())
        .isTrue();
    assertThat(bind(Map.of("parley.model.api-key", "sk-12345678")).isDemo()).isFalse();
    assertThat(bind(Map.of("parley.model.base-url", "http://localhost:11434/v1")).isDemo())
        .isFalse();
  }

  @Test
  void asksOpenAiUnlessToldOtherwise() {
    assertThat(bind(Map.of("parley.model.api-key", "sk-12345678")).completions())
        .isEqualTo(URI.create("https://api.openai.com/v1/chat/completions"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:11434/v1, http://localhost:11434/v1/chat/completions",
    "http://localhost:11434/v1/, http://localhost:11434/v1/chat/completions",
    "http://localhost:11434/v1//, http://localhost:11434/v1/chat/completions",
    "http://localhost, http://localhost/chat/completions",
    "https://x.example/v1?api-version=1, https://x.example/v1/chat/completions?api-version=1",
    "https://x.example/v1/?a=b/c&d, https://x.example/v1/chat/completions?a=b/c&d",
    "https://x.example?a=b, https://x.example/chat/completions?a=b",
  })
  void findsTheAddressToAsk(String base, String completions) {
    var settings = bind(Map.of("parley.model.base-url", base));
    assertThat(settings.completions()).isEqualTo(URI.create(completions));
    assertThat(settings.models())
        .isEqualTo(URI.create(completions.replace("/chat/completions", "/models")));
  }

  @Test
  void neverShowsTheKey() {
    assertThat(bind(Map.of("parley.model.api-key", "sk-12345678")).toString())
        .doesNotContain("12345678");
  }

  private static ModelSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("parley.model", ModelSettings.class);
  }
}
