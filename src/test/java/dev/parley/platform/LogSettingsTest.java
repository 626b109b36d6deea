package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogSettingsTest {

  @Test
  void showsWhatPeopleWriteWhereThatIsWanted() {
    assertThat(new LogSettings(true, "text").shown("Hello")).isEqualTo("Hello");
  }

  @Test
  void tellsOnlyHowLongItIsWhereThatIsNotWanted() {
    assertThat(new LogSettings(false, "json").shown("Hello")).isEqualTo("[5 characters]");
  }
}
