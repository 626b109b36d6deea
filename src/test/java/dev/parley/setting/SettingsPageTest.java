package dev.parley.setting;

import static dev.parley.setting.SettingsPage.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Nobody finds a setting that stands nowhere.
class SettingsPageTest {

  @Test
  void thePageIsTheOneThatIsCommitted() throws IOException {
    var page = SettingsPage.text();
    var committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    if (!page.equals(committed)) {
      Files.writeString(COMMITTED, page);
    }

    assertThat(committed).as("%s, which has now been written anew", COMMITTED).isEqualTo(page);
  }

  @Test
  void everySettingIsExplained() {
    assertThat(SettingsPage.records())
        .flatExtracting(Setting::of)
        .filteredOn(setting -> setting.text().isBlank())
        .isEmpty();
  }

  @Test
  void aSettingHasTheNameThatPeopleKnow() {
    var settings = SettingsPage.records().stream().flatMap(type -> Setting.of(type).stream());

    assertThat(settings)
        .extracting(Setting::environment)
        .contains("OPENAI_API_KEY", "DB_HOST", "JWT_SECRET`, `SECRET_KEY", "PARLEY_NODE_BEATEVERY");
  }
}
