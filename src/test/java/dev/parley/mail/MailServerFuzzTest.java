package dev.parley.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Secret;
import dev.parley.platform.UnsafeStart;
import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import org.junit.jupiter.api.Test;

@Keeps("input.parsers")
class MailServerFuzzTest {

  @Test
  void namesAMailServerOrRefusesTheStart() {
    Corpus.of("address").tryAll(MailServerFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      assertThat(MailServer.parse(new Secret(new String(input, UTF_8)))).isNotNull();
    } catch (UnsafeStart refused) {
      assertThat(refused).hasMessageContaining("SMTP_URL");
    }
  }
}
