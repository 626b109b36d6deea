package dev.parley.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.parley.platform.DataFolder;
import dev.parley.platform.Secret;
import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@Keeps("input.parsers")
class TokenFuzzTest {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final TokenSettings SETTINGS =
      new TokenSettings(
          new Secret("the key with which these tokens are signed"),
          Duration.ofMinutes(15),
          Duration.ofDays(30));
  private static final SigningKey KEY = new SigningKey(SETTINGS, new DataFolder(Path.of("none")));

  private static final Caller.Member MEMBER = new Caller.Member("user_1", "sign_1", Role.USER);
  private static final AccessTokens TOKENS = tokens();
  private static final Mint MINT = new Mint(KEY);
  private static final String ACCESS = TOKENS.issue(MEMBER);
  private static final String PERSONAL = MINT.make("tok_" + "0".repeat(26), "seed").text();

  @Test
  void standsForNobodyElse() {
    Corpus.of("token").with(ACCESS, PERSONAL).tryAll(TokenFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8);
    TOKENS.read(text).ifPresent(found -> assertThat(found).isEqualTo(MEMBER));
    MINT.read(text).ifPresent(_ -> assertThat(text).isEqualTo(PERSONAL));
  }

  private static AccessTokens tokens() {
    try {
      return new AccessTokens(KEY, SETTINGS, ProgramsTest.revocations(SETTINGS), CLOCK);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
