package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.DataFolder;
import dev.parley.platform.Ids;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MintTest {

  private static final String SEED = "00".repeat(32);

  private final String id = new Ids(Clock.systemUTC()).next("tok");
  private final Mint mint;
  private final PersonalToken token;

  MintTest(@TempDir Path folder) {
    mint = new Mint(key(folder));
    token = mint.make(id, SEED);
  }

  @Test
  void knowsWhatItMadeAgain() {
    assertThat(mint.read(token.text())).contains(token);
    assertThat(mint.make(id, SEED)).isEqualTo(token);
  }

  @Test
  void namesTheTokenInIt() {
    assertThat(token.text()).startsWith("par_" + id.substring(4)).hasSize(95);
    assertThat(token.id()).isEqualTo(id);
    assertThat(token.text()).endsWith(token.lastFour());
  }

  @Test
  void makesAnotherTokenOfAnotherSeed() {
    var other = mint.make(id, "01" + SEED.substring(2));
    assertThat(other.text()).isNotEqualTo(token.text());
    assertThat(token.hasHash(token.hash())).isTrue();
    assertThat(token.hasHash(other.hash())).isFalse();
  }

  @Test
  void refusesATokenOfWhichAnyCharacterIsAnother() {
    for (var place = 0; place < token.text().length(); place++) {
      var forged = new StringBuilder(token.text());
      forged.setCharAt(place, forged.charAt(place) == 'A' ? 'B' : 'A');
      assertThat(mint.read(forged.toString())).as("at %d", place).isEmpty();
    }
  }

  @Test
  void refusesATokenThatIsLongerOrShorter() {
    assertThat(mint.read("")).isEmpty();
    assertThat(mint.read("par_")).isEmpty();
    assertThat(mint.read(token.text() + "A")).isEmpty();
    assertThat(mint.read(token.text().substring(0, 94))).isEmpty();
    assertThat(mint.read("par_" + "x".repeat(1_000_000))).isEmpty();
  }

  @Test
  void refusesATokenOfAnotherKey(@TempDir Path other) {
    assertThat(new Mint(key(other)).read(token.text())).isEmpty();
  }

  @Test
  void printsNothingOfTheToken() {
    assertThat(token.toString()).doesNotContain(token.text().substring(30));
  }

  private static SigningKey key(Path folder) {
    var settings = new TokenSettings(null, Duration.ofMinutes(15), Duration.ofDays(30));
    return new SigningKey(settings, new DataFolder(folder));
  }
}
