package dev.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import org.junit.jupiter.api.Test;

@Keeps("input.parsers")
class AddressFuzzTest {

  @Test
  void namesADatabaseOrRefusesTheStart() {
    Corpus.of("address").tryAll(AddressFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      var database = Database.at(new Secret(new String(input, UTF_8)));
      database.check();
      assertThat(database.kind()).isNotNull();
    } catch (UnsafeStart refused) {
      assertThat(refused).hasMessageContaining(".");
    }
  }
}
