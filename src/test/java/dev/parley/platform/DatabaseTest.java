package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

  private final DataFolder data;

  DatabaseTest(@TempDir Path folder) {
    data = new DataFolder(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void isAFileInTheDataFolderByDefault(String url) {
    assertThat(database(url).file(data)).isEqualTo(data.folder().resolve("parley.db"));
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite:chat.db, chat.db",
    "sqlite:data/parley.db, data/parley.db",
    "sqlite:/var/lib/parley.db, /var/lib/parley.db",
    "sqlite:///var/lib/parley.db, /var/lib/parley.db",
    "sqlite:a file.db, a file.db",
  })
  void isTheFileThatTheAddressNames(String url, String file) {
    assertThat(database(url).file(data)).isEqualTo(Path.of(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://user:secret@host/name",
        "jdbc:sqlite:parley.db",
        "parley.db",
        "sqlite:",
        "sqlite::memory:",
      })
  void refusesWhatNamesNoFile(String url) {
    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> database(url).file(data))
        .satisfies(start -> assertThat(start.remedy()).contains("sqlite:"))
        .withMessageContaining("DATABASE_URL")
        .withMessageNotContaining("secret");
  }

  private static Database database(String url) {
    return Database.at(new Secret(url));
  }

  @Test
  void makesNoFile() {
    assertThat(database("sqlite:nowhere.db").file(data)).doesNotExist();
  }
}
