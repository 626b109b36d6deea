package dev.parley.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Secret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpKeyTest {

  /// That of RFC 6238, appendix B: the bytes of 12345678901234567890.
  private final TotpKey key = TotpKey.of(new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));

  /// RFC 6238, appendix B, which has 8 digits: of the same number 6 are the last ones.
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesTheCodesOfTheStandard(long second, String digits) {
    assertThat(key.code(second / 30)).isEqualTo(digits.substring(2));
  }

  /// RFC 4226, appendix D.
  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void countsAsTheOlderStandardDoes(long step, String code) {
    assertThat(key.code(step)).isEqualTo(code);
  }

  @Test
  void takesTheStepBeforeAndTheStepAfter() {
    var now = Instant.ofEpochSecond(150);
    assertThat(key.step(key.code(3), now)).isEmpty();
    assertThat(key.step(key.code(4), now)).isEqualTo(OptionalLong.of(4));
    assertThat(key.step(key.code(5), now)).isEqualTo(OptionalLong.of(5));
    assertThat(key.step(key.code(6), now)).isEqualTo(OptionalLong.of(6));
    assertThat(key.step(key.code(7), now)).isEmpty();
    assertThat(key.step("", now)).isEmpty();
  }

  @Test
  void isMadeOf160RandomBits() {
    var random = new SecureRandom();
    var made = TotpKey.random(random);
    assertThat(made.base32().reveal()).matches("[A-Z2-7]{32}");
    assertThat(TotpKey.of(made.base32()).code(7)).isEqualTo(made.code(7));
    assertThat(TotpKey.random(random).base32()).isNotEqualTo(made.base32());
  }

  @Test
  void isWrittenAsAnAddressThatAppsRead() {
    var uri = URI.create(key.uri("My Chat", "ada+home@example.com"));
    assertThat(uri.getScheme()).isEqualTo("otpauth");
    assertThat(uri.getHost()).isEqualTo("totp");
    assertThat(uri.getPath()).isEqualTo("/My Chat:ada+home@example.com");
    assertThat(uri.getRawQuery())
        .isEqualTo(
            "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=My%20Chat"
                + "&algorithm=SHA1&digits=6&period=30");
  }
}
