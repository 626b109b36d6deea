package dev.parley.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.DataFolder;
import dev.parley.platform.Secret;
import dev.parley.platform.UnsafeStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {

  static final String BASE64 = "3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=";
  static final String HEX = "00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef";

  private final Path folder;

  MasterKeysTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void sealWithTheFirstAndOpenWithAll() {
    var keys = keys("b:" + BASE64 + ",a:" + HEX);

    assertThat(keys.first().id()).isEqualTo("b");
    assertThat(keys.all()).extracting(MasterKey::id).containsExactly("b", "a");
    assertThat(keys.find("a")).isPresent();
    assertThat(keys.find("c")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
        "a:3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs",
        " a : 3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs= ",
        "a:deadbeef000102030405060708090a0b0c0d0e0f101112131415161718191a1b",
        "a:DEADBEEF000102030405060708090A0B0C0D0E0F101112131415161718191A1B",
      })
  void areReadAsBase64OrHexadecimal(String setting) {
    assertThat(keys(setting).first().hasSameKeyAs(keys("a:" + BASE64).first())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
        ":3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
        "A:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
        "a_b:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
        "a%:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
        "a.b:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
        "a:",
        "a:3q2+7w==",
        "a:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=,",
        "a:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHQ==",
        "a:not*base64*at*all*not*base64*at*all*not*bas",
        "a:00112233445566778899aabbccddeeff0123456789abcdef0123456789abcde",
        "a:0000000000000000000000000000000000000000000000000000000000000000",
        "a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      })
  void refuseTheStartWhereOneIsNoKey(String setting) {
    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> keys(setting))
        .satisfies(start -> assertThat(start.remedy()).contains("ID:KEY"))
        .satisfies(start -> assertThat(said(start)).doesNotContain("3q2", "0011", "base64*at"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:%2$s,a:%1$s", "a:%1$s,b:%1$s"})
  void refuseTheStartWhereOneIsThereTwice(String setting) {
    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> keys(setting.formatted(BASE64, HEX)))
        .withMessageContaining("twice");
  }

  @Test
  void areOneOfTheDataFolderWhereNoneIsSet() throws IOException {
    var first = keys("").first();

    assertThat(first.id()).isEqualTo("local");
    assertThat(keys(" ").first().hasSameKeyAs(first)).isTrue();
    assertThat(Files.getPosixFilePermissions(folder.resolve("master.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(keys("a:" + BASE64).find("local")).isEmpty();
  }

  @Test
  void printNothingOfThemselves() {
    var settings = new VaultSettings(new Secret("a:" + HEX));

    assertThat(settings.toString()).doesNotContain("0011");
    assertThat(keys("a:" + HEX).all().toString()).isEqualTo("[master key a]");
  }

  private static String said(UnsafeStart start) {
    return start.getMessage() + start.remedy() + start.getCause();
  }

  private MasterKeys keys(String setting) {
    return new MasterKeys(new VaultSettings(new Secret(setting)), new DataFolder(folder));
  }
}
