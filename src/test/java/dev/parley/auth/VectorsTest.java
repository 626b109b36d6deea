package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.Hmac;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What signs and reads tokens, against published cases of what such code gets wrong. See
/// `wycheproof/README.md`.
class VectorsTest {

  private static final Base64URL KEY = new Base64URL("-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/wycheproof/jws_hs256.csv",
      delimiter = ';',
      numLinesToSkip = 1,
      quoteCharacter = '`',
      maxCharsPerColumn = 1_000)
  void readsSignedTexts(String name, @Nullable String jws, String result) {
    assertThat(isSigned(jws == null ? "" : jws)).isEqualTo(result.equals("valid"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/wycheproof/hmac_sha256.csv", delimiter = ';', numLinesToSkip = 1)
  void authenticatesTexts(int id, String key, @Nullable String message, String tag, String result) {
    var hex = HexFormat.of();
    var made = Hmac.sha256(hex.parseHex(key), hex.parseHex(message == null ? "" : message));

    assertThat(MessageDigest.isEqual(made, hex.parseHex(tag))).isEqualTo(result.equals("valid"));
  }

  /// As [AccessTokens] does it.
  private static boolean isSigned(String jws) {
    try {
      return SignedJWT.parse(jws).verify(new MACVerifier(KEY.decode()));
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return false;
    }
  }
}
