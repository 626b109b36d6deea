package dev.parley.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.DataFolder;
import dev.parley.platform.Secret;
import dev.parley.testing.Keeps;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

  private static final Secret SECRET = new Secret("sk-somebodys-key-0123456789");
  private static final Binding OURS = new Binding("model-key", "user_a");

  private final Vault vault = vault("a:" + MasterKeysTest.BASE64);

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "sk-somebodys-key-0123456789", "ключ 🔑\u0000"})
  void opensWhatItSealed(String text) {
    var secret = new Secret(text);
    assertThat(vault.open(OURS, vault.seal(OURS, secret))).isEqualTo(secret);
  }

  @Keeps("key.sealed")
  @Test
  void storesAVersionAKeyIdAndNothingReadable() {
    var sealed = vault.seal(OURS, SECRET);

    assertThat(sealed).matches("v1\\.a\\.[A-Za-z0-9_-]+");
    var bytes = Base64.getUrlDecoder().decode(sealed.substring("v1.a.".length()));
    assertThat(bytes).hasSize(12 + SECRET.reveal().length() + 16);
    assertThat(new String(bytes, ISO_8859_1)).doesNotContain("sk-", "0123");
  }

  @Test
  void sealsWithAnotherNonceEachTime() {
    var nonces = new HashSet<String>();
    for (var i = 0; i < 10_000; i++) {
      nonces.add(vault.seal(OURS, SECRET).substring("v1.a.".length(), "v1.a.".length() + 16));
    }
    assertThat(nonces).hasSize(10_000);
  }

  @Test
  void opensNothingThatWasChangedAnywhere() {
    var sealed = vault.seal(OURS, SECRET);
    var text = "v1.a.".length();
    var bytes = Base64.getUrlDecoder().decode(sealed.substring(text));
    for (var i = 0; i < Byte.SIZE * bytes.length; i++) {
      var changed = bytes.clone();
      changed[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
      assertUnreadable(vault, OURS, "v1.a." + Base64.getUrlEncoder().encodeToString(changed));
    }
  }

  @Test
  void opensNothingThatWasCut() {
    var sealed = vault.seal(OURS, SECRET);
    for (var length = 0; length < sealed.length(); length++) {
      assertUnreadable(vault, OURS, sealed.substring(0, length));
    }
  }

  @Keeps("key.sealed")
  @Test
  void opensItForItsOwnerAndPurposeAlone() {
    var sealed = vault.seal(OURS, SECRET);
    assertUnreadable(vault, new Binding("model-key", "user_b"), sealed);
    assertUnreadable(vault, new Binding("second-factor", "user_a"), sealed);
  }

  @Test
  void opensWithTheKeyItWasSealedWithAlone() {
    var sealed = vault.seal(OURS, SECRET);
    assertUnreadable(vault("a:" + MasterKeysTest.HEX), OURS, sealed);
    assertUnreadable(vault("b:" + MasterKeysTest.BASE64), OURS, sealed);
    assertThat(vault("b:" + MasterKeysTest.HEX + ",a:" + MasterKeysTest.BASE64).open(OURS, sealed))
        .isEqualTo(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "v1.a", "v1.a.", "v2.a.AAAA", "v1.a.*", "v1.a.AAAA.AAAA", "a"})
  void opensNothingOfAnotherForm(String stored) {
    assertUnreadable(vault, OURS, stored);
  }

  private static void assertUnreadable(Vault vault, Binding binding, String stored) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> vault.open(binding, stored))
        .withMessageStartingWith(binding.text())
        .withMessageNotContaining("sk-");
  }

  private static Vault vault(String keys) {
    var unused = new DataFolder(Path.of("nowhere"));
    return new Vault(new MasterKeys(new VaultSettings(new Secret(keys)), unused));
  }
}
