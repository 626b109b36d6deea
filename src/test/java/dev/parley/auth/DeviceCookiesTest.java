package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.DataFolder;
import dev.parley.platform.Profile;
import dev.parley.platform.Secret;
import dev.parley.testing.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCookiesTest {

  private static final String ADA = "ada@example.com";

  private final MovableClock clock = new MovableClock();
  private final DeviceCookies cookies = cookies("development", "a");

  @Test
  void tellTheDeviceAgain() {
    var cookie = cookies.write(ADA, Optional.empty());
    var id = cookies.read(ADA, cookie.getValue()).orElseThrow();
    assertThat(id).matches("[0-9a-f]{32}");
    var renewed = cookies.write(ADA, Optional.of(id));
    assertThat(cookies.read(ADA, renewed.getValue())).contains(id);
  }

  @Test
  void tellNothingOfTheAccount() {
    var cookie = cookies.write(ADA, Optional.empty());
    assertThat(cookie.getName()).matches("parley_device_[0-9a-f]{16}");
    assertThat(cookie.getValue()).matches("[0-9a-f]{32}\\.\\d+\\.[0-9a-f]{64}");
    assertThat(cookie.getName()).isNotEqualTo(cookies.name("eve@example.com"));
  }

  @Test
  void holdForOneAccountAndOneKey() {
    var value = cookies.write(ADA, Optional.empty()).getValue();
    assertThat(cookies.read("eve@example.com", value)).isEmpty();
    assertThat(cookies("development", "b").read(ADA, value)).isEmpty();
  }

  @Test
  void holdForAYear() {
    var value = cookies.write(ADA, Optional.empty()).getValue();
    clock.advance(Duration.ofDays(364));
    assertThat(cookies.read(ADA, value)).isPresent();
    clock.advance(Duration.ofDays(1));
    assertThat(cookies.read(ADA, value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "0.0.0", "....", "\u0000"})
  void areNotReadWhereTheyAreNone(String value) {
    assertThat(cookies.read(ADA, value)).isEmpty();
  }

  @Test
  void goOverTlsAloneInProduction() {
    assertThat(cookies.write(ADA, Optional.empty()).isSecure()).isFalse();
    assertThat(cookies("production", "a").write(ADA, Optional.empty()).isSecure()).isTrue();
  }

  private DeviceCookies cookies(String profile, String key) {
    var secret = new Secret((key + "0123456789").repeat(4));
    var settings = new TokenSettings(secret, Duration.ofMinutes(15), Duration.ofDays(30));
    var signing = new SigningKey(settings, new DataFolder(Path.of("target/none")));
    return new DeviceCookies(signing, new Profile(profile), clock);
  }
}
