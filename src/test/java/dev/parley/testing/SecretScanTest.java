package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretScanTest {

  private static final String PLANTED = "par_0123456789abcdefghijklmnop";

  private final SecretScan scan = new SecretScan(Set.of(PLANTED, "par_01234567_another_one"));

  @Test
  void findsASecretAnywhereInATextAndNoOther() {
    assertThat(find(PLANTED)).containsExactly(PLANTED);
    assertThat(find("ERROR token=" + PLANTED + "\n")).containsExactly(PLANTED);
    assertThat(find("par_par_0123" + PLANTED)).containsExactly(PLANTED);
    assertThat(find(PLANTED.substring(0, 20))).isEmpty();
    assertThat(find("")).isEmpty();
  }

  @Test
  void findsASecretAmongBytesOfAnyKind() {
    var bytes = new byte[100_000];
    var planted = PLANTED.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(planted, 0, bytes, 77_777, planted.length);

    assertThat(scan.find(bytes)).containsExactly(PLANTED);
  }

  @Test
  void findsASecretInALog(@TempDir Path folder) throws IOException {
    var log = Files.writeString(folder.resolve("app.log"), "INFO nothing\nINFO " + PLANTED + "\n");

    assertThat(scan.find(List.of(folder))).containsExactly(log + ": " + PLANTED);
  }

  @Test
  void findsASecretInADatabaseThatIsOpen(@TempDir Path folder) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("CREATE TABLE notes (text TEXT)");
      statement.execute("INSERT INTO notes VALUES ('" + PLANTED + "')");

      assertThat(scan.find(List.of(folder)))
          .containsExactly(folder.resolve("a.db-wal") + ": " + PLANTED);
    }
    assertThat(scan.find(List.of(folder))).containsExactly(folder.resolve("a.db") + ": " + PLANTED);
  }

  @Test
  void knowsWhatClientsSendAndAreShown() {
    var shown =
        Secrets.learn("{\"token_type\":\"bearer\",\"refresh_token\":\"ref_of-this-test-1\"}");
    Secrets.learn("{\"api_key\": \"sk-of-this-test-2\"}");

    assertThat(shown).doesNotContain("ref_of").contains("bearer");
    assertThat(Secrets.ofAnswers()).contains("ref_of-this-test-1", "sk-of-this-test-2");
  }

  private Set<String> find(String text) {
    return scan.find(text.getBytes(StandardCharsets.UTF_8));
  }
}
