package dev.parley.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final String BEFORE = "{\"content\":\"";
  private static final String AFTER = "\",\"n\":1}";

  private final Envelope envelope = new Envelope();
  private final StringBuilder text = new StringBuilder();

  @Test
  void holdsNothingAtFirst() {
    assertThat(reads("".getBytes(UTF_8))).isFalse();
    assertThat(reads(chunk("a"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "two words, and more", "é你😀", "\u007f\u0080", "{'}"})
  void readsWhatDiffersInItsTextAlone(String expected) {
    learn("Hello");

    assertThat(reads(chunk(expected))).isTrue();
    assertThat(text.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "a\",\"n\":2,\"x\":\"b", "\\n", "\\", "\u0000", "\n", "\u001f"})
  void leavesWhatHasToBeParsed(String other) {
    learn("Hello");

    assertThat(reads(chunk(other))).isFalse();
    assertThat(text.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00c3(", "\u00ff", "\u00ed\u00a0\u0080", "\u00f0\u009f\u0098"})
  void leavesBytesThatAreNoUtf8(String bytes) {
    learn("Hello");

    assertThat(reads((BEFORE + bytes + AFTER).getBytes(ISO_8859_1))).isFalse();
    assertThat(text.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"content\":\"",
        "{\"content\":\",\"n\":1}",
        "{\"content\":\"a\",\"n\":2}",
        "{\"kontent\":\"a\",\"n\":1}",
        "{\"content\":\"a\",\"n\":1} "
      })
  void leavesWhatDiffersElsewhere(String other) {
    learn("Hello");

    assertThat(reads(other.getBytes(UTF_8))).isFalse();
  }

  @Test
  void readsNoFurtherThanItIsTold() {
    learn("Hello");
    var chunk = chunk("a");
    var bytes = ("xx" + new String(chunk, UTF_8) + "xx").getBytes(UTF_8);

    assertThat(envelope.read(bytes, 2, bytes.length - 2, text)).isTrue();
    assertThat(envelope.read(bytes, 1, bytes.length - 2, text)).isFalse();
    assertThat(envelope.read(bytes, 2, bytes.length - 1, text)).isFalse();
    assertThat(text.toString()).isEqualTo("a");
  }

  private void learn(String known) {
    var chunk = chunk(known);
    envelope.learn(chunk, 0, BEFORE.length(), chunk.length - AFTER.length(), chunk.length);
  }

  private boolean reads(byte[] chunk) {
    return envelope.read(chunk, 0, chunk.length, text);
  }

  private static byte[] chunk(String content) {
    return (BEFORE + content + AFTER).getBytes(UTF_8);
  }
}
