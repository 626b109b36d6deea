package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.Parley;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;

/// The checks of all rooms, with settings as people give them.
class UnsafeSettingsTest {

  private static final String PRODUCTION = "PARLEY_PROFILE=production";

  private final Path data;

  UnsafeSettingsTest(@TempDir Path parent) {
    data = parent.resolve("data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JWT_SECRET=short | JWT_SECRET has fewer than 32 bytes",
        "SECRET_KEY=short | JWT_SECRET has fewer than 32 bytes",
        "JWT_SECRET=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | JWT_SECRET is an example",
        "JWT_SECRET=change-me-0123456789abcdefghijklmnopqr | JWT_SECRET is an example",
        "PARLEY_MASTER_KEYS=short | PARLEY_MASTER_KEYS has no ID",
        "PARLEY_MASTER_KEYS=a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | not random",
        "PARLEY_PROFILE=prod | PARLEY_PROFILE is neither",
        "PARLEY_LIMIT_ACCOUNT_QUESTIONS=many | PARLEY_LIMIT_ACCOUNT_QUESTIONS is",
        "DATABASE_URL=oracle://host/name | DATABASE_URL names no database",
        "CORS_ALLOWED_ORIGINS=https://chat.example.com/ | CORS_ALLOWED_ORIGINS holds",
        "CORS_ALLOWED_ORIGINS=*,null | CORS_ALLOWED_ORIGINS holds",
        "PARLEY_TRUSTED_PROXIES=proxy.example.com | PARLEY_TRUSTED_PROXIES holds",
        "OPENAI_BASE_URL=api.example.com/v1 | OPENAI_BASE_URL is no address",
        "OPENAI_BASE_URL=ftp://api.example.com/v1 | OPENAI_BASE_URL is no address",
        "OPENAI_BASE_URL=https://me:word@api.example.com | OPENAI_BASE_URL holds a user",
        "server.http2.enabled=true | SERVER_HTTP2_ENABLED is set",
        "PARLEY_ALLOW_UNSAFE=everything | PARLEY_ALLOW_UNSAFE names",
      })
  void refuseEveryStart(String setting, String problem) {
    assertThat(refusal(setting)).singleElement().asString().contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPENAI_BASE_URL=http://models.example.com/v1 | OPENAI_BASE_URL is unencrypted",
        "CORS_ALLOWED_ORIGINS=http://chat.example.com | CORS_ALLOWED_ORIGINS lets in",
        "PARLEY_TRUSTED_PROXIES=0.0.0.0/0 | PARLEY_TRUSTED_PROXIES trusts every",
        "PARLEY_LOG_MESSAGES=true | PARLEY_LOG_MESSAGES has the log",
      })
  void refuseAStartInProduction(String setting, String problem) {
    assertThat(refusal(PRODUCTION, setting)).singleElement().asString().contains(problem);
    assertThat(development(setting)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OPENAI_BASE_URL=http://localhost:11434/v1",
        "OPENAI_BASE_URL=http://127.0.0.1:8080/v1",
        "OPENAI_BASE_URL=http://[::1]:8080/v1",
        "OPENAI_BASE_URL=https://models.example.com/v1",
        "CORS_ALLOWED_ORIGINS=*",
        "CORS_ALLOWED_ORIGINS=https://chat.example.com,http://localhost:3000",
        "PARLEY_TRUSTED_PROXIES=10.0.0.0/8",
        "PARLEY_LOG_MESSAGES=false",
        "JWT_SECRET=0f3a9c5e7b1d2468ace013579bdf02468ace1357",
      })
  void letASafeStartThroughInProductionToo(String setting) {
    // What is asked for beside it is refused, so nothing is started here.
    assertThat(refusal(PRODUCTION, setting, "PARLEY_ALLOW_UNSAFE=nothing")).hasSize(1);
  }

  @Keeps("secret.weak")
  @Test
  void areAllNamedAtOnce() {
    assertThat(
            refusal(
                PRODUCTION,
                "JWT_SECRET=change-me-0123456789abcdefghijklmnopqr",
                "OPENAI_BASE_URL=http://models.example.com/v1",
                "PARLEY_LIMIT_ADDRESS_CHAT=",
                "PARLEY_MASTER_KEYS=short",
                "PARLEY_ALLOW_UNSAFE=model-address,model"))
        .hasSize(4);
  }

  @Test
  void leaveNoFilesBehind() {
    refusal("JWT_SECRET=short");

    assertThat(data).doesNotExist();
  }

  @Test
  void includeAKeyFileThatOthersMayRead() throws IOException {
    new DataFolder(data).secret("signing.key", "Everybody signs in anew.");
    mode(data.resolve("signing.key"), "rw-r-----");

    assertThat(refusal()).singleElement().asString().contains("signing.key");
  }

  @Test
  void includeADataFolderThatOthersMayEnter() throws IOException {
    Files.createDirectory(data);
    mode(data, "rwxr-x---");

    assertThat(refusal(PRODUCTION)).singleElement().asString().contains("data folder");
    assertThat(development()).isEmpty();
  }

  @Test
  void showNoSecret() {
    assertThat(
            refusal(
                "JWT_SECRET=hush", "PARLEY_MASTER_KEYS=hush", "OPENAI_BASE_URL=hush://a:hush@b"))
        .hasSize(3)
        .noneMatch(reason -> reason.contains("hush"));
  }

  /// What keeps a development server from starting beside the one thing that is asked for here, so
  /// that none is started.
  private List<String> development(String... settings) {
    var all = new ArrayList<>(List.of(settings));
    all.add("PARLEY_ALLOW_UNSAFE=nothing");
    var reasons = new ArrayList<>(refusal(all.toArray(String[]::new)));
    reasons.removeFirst();
    return reasons;
  }

  private List<String> refusal(String... settings) {
    var arguments = new ArrayList<String>();
    List.of(settings).forEach(setting -> arguments.add("--" + setting));
    arguments.add("--PARLEY_DATA=" + data);
    arguments.add("--LOG_FILE=" + TestServer.LOG);
    var reasons = new ArrayList<String>();
    assertThatExceptionOfType(UnsafeStart.class)
        .isThrownBy(() -> SpringApplication.run(Parley.class, arguments.toArray(String[]::new)))
        .satisfies(
            start ->
                start.all().forEach(reason -> reasons.add(String.valueOf(reason.getMessage()))));
    return reasons;
  }

  private static void mode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
