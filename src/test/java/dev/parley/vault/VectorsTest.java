package dev.parley.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The cipher that seals, against published ciphertexts. See `wycheproof/README.md`.
class VectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  @Keeps("key.sealed")
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/wycheproof/aes_gcm.csv", delimiter = ';', numLinesToSkip = 1)
  void opensWhatOthersHaveSealedAndNothingThatDiffersByABit(
      int id,
      String key,
      String nonce,
      String additional,
      String message,
      String ciphertext,
      String tag) {
    var master = new MasterKey("vectors", HEX.parseHex(key));
    var sealed = HEX.parseHex(nonce + ciphertext + tag);
    var data = HEX.parseHex(additional);

    assertThat(master.decrypt(sealed, data)).contains(HEX.parseHex(message));
    for (var bit = 0; bit < 8 * sealed.length; bit++) {
      assertThat(master.decrypt(flipped(sealed, bit), data)).as("bit %d", bit).isEmpty();
    }
    for (var bit = 0; bit < 8 * data.length; bit++) {
      assertThat(master.decrypt(sealed, flipped(data, bit))).as("bit %d of data", bit).isEmpty();
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    var other = bytes.clone();
    other[bit / 8] ^= (byte) (1 << (bit % 8));
    return other;
  }
}
