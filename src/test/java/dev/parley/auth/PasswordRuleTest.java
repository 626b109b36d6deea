package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.Profile;
import dev.parley.platform.Secret;
import dev.parley.web.FieldError;
import dev.parley.web.Fields;
import dev.parley.web.Invalid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  private static final String EMAIL = "ada.lovelace@example.com";

  private final CommonPasswords common = new CommonPasswords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PassWord",
        "12345678",
        "1234567890",
        "qwertyuiop",
        "iloveyou1",
        "Football1",
        "ada.lovelace@example.com",
        " ADA.Lovelace@Example.com",
        "ada.lovelace",
        "Ada.Lovelace"
      })
  void refusesWhatIsTriedFirstInProduction(String password) {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> read("production", password))
        .satisfies(
            refused ->
                assertThat(refused.errors()).extracting(FieldError::field).containsOnly("p"));
    assertThat(read("development", password).reveal()).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "password and kites",
        " 12345678",
        "ada.lovelac",
        "ada.lovelace@example.org",
        "Пароль 😀 7",
        "        "
      })
  void takesEverythingElse(String password) {
    assertThat(read("production", password).reveal()).isEqualTo(password);
  }

  @Test
  void takesPasswordsAsTheyWereTyped() {
    var composed = "\u00e9".repeat(8);
    var decomposed = "e\u0301".repeat(8);
    assertThat(read("production", composed).reveal()).isEqualTo(composed);
    assertThat(read("production", decomposed).reveal()).isEqualTo(decomposed);
  }

  @Test
  void knowsTheWholeList() throws IOException {
    var list = Path.of("src/main/passwords/common.txt.gz");
    try (var file = new GZIPInputStream(Files.newInputStream(list))) {
      var passwords = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(passwords).hasSize(75_424).allMatch(line -> common.contain(new Secret(line)));
    }
  }

  @Test
  void takesHardlyAnyOtherForOneOfTheList() {
    assertThat(
            IntStream.range(0, 1_000_000)
                .filter(i -> common.contain(new Secret("an honest password " + i))))
        .isEmpty();
  }

  private Secret read(String profile, String password) {
    var fields = new Fields();
    var rule = new PasswordRule(common, new Profile(profile));
    var read = rule.read(fields, "p", new Secret(password), EMAIL);
    fields.check();
    return read;
  }
}
