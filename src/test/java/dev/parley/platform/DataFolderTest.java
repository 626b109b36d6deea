package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.testing.Keeps;
import dev.parley.testing.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  private static final String LOSS = "Without it everything is lost.";

  private final Path folder;
  private final DataFolder data;

  DataFolderTest(@TempDir Path parent) {
    folder = parent.resolve("some/where");
    data = new DataFolder(folder);
  }

  @Test
  void isMadeWhenAFileIsAskedForFirst() throws IOException {
    assertThat(folder).doesNotExist();

    assertThat(data.file("parley.db")).isEqualTo(folder.resolve("parley.db")).doesNotExist();
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(data.file("other")).isEqualTo(folder.resolve("other"));
  }

  @Keeps("secret.made")
  @Test
  void keepsASecretOf256BitsThatOnlyItsOwnerCanRead() throws IOException {
    assertThat(data.secret("signing.key", LOSS).reveal()).matches("[0-9a-f]{64}");
    assertThat(mode(folder.resolve("signing.key"))).isEqualTo("rw-------");
  }

  @Keeps("secret.made")
  @Test
  void hasTheSameSecretAtTheNextStart() {
    var first = data.secret("signing.key", LOSS);

    assertThat(new DataFolder(folder).secret("signing.key", LOSS)).isEqualTo(first);
    assertThat(data.secret("another.key", LOSS)).isNotEqualTo(first);
  }

  @Test
  void makesOneSecretForAllWhoAskAtOnce() throws InterruptedException {
    assertThat(Together.run(16, _ -> data.secret("signing.key", LOSS).reveal()))
        .hasSize(16)
        .containsOnly(data.secret("signing.key", LOSS).reveal());
    assertThat(folder).isDirectoryNotContaining("glob:**signing.key-*");
  }

  @Keeps("disk.read-only")
  @Test
  void refusesToStartWhereTheFolderCannotBeMade(@TempDir Path parent) throws IOException {
    var inTheWay = Files.createFile(parent.resolve("file"));

    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> new DataFolder(inTheWay.resolve("data")).file("parley.db"))
        .withMessageContaining(inTheWay.toString())
        .satisfies(start -> assertThat(start.remedy()).contains("PARLEY_DATA"));
  }

  @Test
  void refusesToStartWhereTheSecretCannotBeRead() throws IOException {
    Files.createDirectories(folder.resolve("signing.key"));

    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> data.secret("signing.key", LOSS))
        .withMessageContaining("signing.key")
        .satisfies(start -> assertThat(start.remedy()).isNotBlank());
  }

  @Test
  void refusesToStartWithASecretThatIsEmpty() throws IOException {
    Files.createDirectories(folder);
    Files.createFile(folder.resolve("signing.key"));

    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> data.secret("signing.key", LOSS))
        .satisfies(start -> assertThat(start.remedy()).contains("backup").contains(LOSS));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
