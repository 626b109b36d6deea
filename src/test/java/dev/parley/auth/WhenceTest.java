package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhenceTest {

  @Test
  void takesOutWhatNobodySees() {
    assertThat(Whence.of("Fire\u001b[31mfox\u202e ", "192.0.2.1").device())
        .isEqualTo("Fire[31mfox");
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(Whence.of("🦊".repeat(300), "192.0.2.1").device()).isEqualTo("🦊".repeat(200));
  }

  @Test
  void knowsOfNoDeviceWithoutAName() {
    assertThat(Whence.of(null, "192.0.2.1").device()).isNull();
    assertThat(Whence.of(" ", "192.0.2.1").device()).isNull();
  }

  @Test
  void writesNetworksAsPeopleKnowThem() {
    assertThat(Whence.of(null, "192.0.2.1").address()).isEqualTo("192.0.2.1");
    assertThat(Whence.of(null, "20010db800000001").address()).isEqualTo("2001:0db8:0000:0001::/64");
  }
}
