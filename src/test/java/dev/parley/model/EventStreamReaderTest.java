package dev.parley.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.parley.testing.Keeps;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Keeps("model.framing")
class EventStreamReaderTest {

  private static final int LIMIT = 64;

  private final List<String> events = new ArrayList<>();
  private final EventStreamReader reader =
      new EventStreamReader(
          LIMIT, (bytes, from, to) -> events.add(new String(bytes, from, to - from, UTF_8)));

  static Stream<Arguments> grammar() {
    return Stream.of(
        stream("nothing", ""),
        stream("LF", "data: a\n\ndata: b\n\n", "a", "b"),
        stream("CR LF", "data: a\r\n\r\ndata: b\r\n\r\n", "a", "b"),
        stream("CR", "data: a\r\rdata: b\r\r", "a", "b"),
        stream("LF CR is two line ends", "data: a\n\rdata: b\n\r", "a", "b"),
        stream(
            "all line ends in one stream",
            "data: a\r\n\ndata: b\n\r\ndata: c\r\r\n",
            "a",
            "b",
            "c"),
        stream("CR LF between the lines of one event", "data: a\r\ndata: b\r\n\r\n", "a\nb"),
        stream("several lines", "data: a\ndata:\ndata: b\n\n", "a\n\nb"),
        stream("no space after the colon", "data:a\n\n", "a"),
        stream("one space only is taken", "data:  a\n\n", " a"),
        stream("a tab is no space", "data:\ta\n\n", "\ta"),
        stream("a colon in the value", "data: a: b\n\n", "a: b"),
        stream("no colon", "data\n\n", ""),
        stream("no value", "data:\n\n", ""),
        stream("two empty lines of data", "data\ndata\n\n", "\n"),
        stream("comments", ": x\n\ndata: a\n:\n:data: c\ndata: b\n\n:", "a\nb"),
        stream("other fields", "id: 7\nevent: ping\nretry: 10\ndata: a\nunheard: of\n\n", "a"),
        stream("an event without data", "event: x\nid: 5\n\ndata: a\n\n", "a"),
        stream("a longer name", "dataset: x\ndata-: x\ndat: x\ndata: a\n\n", "a"),
        stream("upper case, and a space before", "Data: b\n data: c\ndata : d\ndata: a\n\n", "a"),
        stream("more empty lines", "\n\n\r\ndata: a\n\n\n\n", "a"),
        stream("a byte order mark", "\uFEFFdata: a\n\n", "a"),
        stream("a byte order mark before an empty line", "\uFEFF\ndata: a\n\n", "a"),
        stream("a byte order mark before a comment", "\uFEFF: x\ndata: a\n\n", "a"),
        stream("a second byte order mark is text", "\uFEFFdata: \uFEFFa\n\n", "\uFEFFa"),
        stream("a late byte order mark hides the field", "\n\uFEFFdata: b\n\ndata: a\n\n", "a"),
        stream("characters of two to four bytes", "data: é你😀\n\n", "é你😀"),
        stream("U+2028 and U+0085 end no line", "data: a\u2028\u0085b\n\n", "a\u2028\u0085b"),
        stream("NUL is a character", "data: a\0b\n\n", "a\0b"),
        stream("an unfinished event", "data: a\n\ndata: b\n", "a"),
        stream("an unfinished line", "data: a\n\ndata: b", "a"));
  }

  @ParameterizedTest
  @MethodSource("grammar")
  void reads(byte[] stream, List<String> expected) {
    read(stream);

    assertThat(events).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("grammar")
  void readsTheSameCutAnywhere(byte[] stream, List<String> expected) {
    for (var cut = 0; cut <= stream.length; cut++) {
      var again = new EventStreamReaderTest();
      again.read(Arrays.copyOf(stream, cut));
      again.read(Arrays.copyOfRange(stream, cut, stream.length));

      assertThat(again.events).as("cut at %d", cut).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("grammar")
  void readsTheSameByteByByte(byte[] stream, List<String> expected) {
    for (var b : stream) {
      read(new byte[] {b});
      read(new byte[0]);
    }

    assertThat(events).isEqualTo(expected);
  }

  /// Whoever waits for the LF that may follow a CR is an event late.
  @Test
  void handsAnEventOnWithTheCarriageReturnThatEndsIt() {
    read("data: a\r\n\r");

    assertThat(events).containsExactly("a");
  }

  @Test
  void takesAnEventAsLargeAsTheLimit() {
    read("data:" + "x".repeat(LIMIT - 5) + "\n\n");

    assertThat(events).containsExactly("x".repeat(LIMIT - 5));
  }

  @Test
  void takesAnyNumberOfEventsCommentsAndFields() {
    var stream = "data: %s\n\n: %s\nid: %s\n".formatted("x".repeat(40), "y".repeat(40), "z");
    IntStream.range(0, 100).forEach(_ -> read(stream));

    assertThat(events).hasSize(100).allMatch("x".repeat(40)::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data:", ":", "id: ", "", "data: a\n\ndata:"})
  void refusesALineWithoutEnd(String beginning) {
    read(beginning);

    assertThatThrownBy(
            () -> {
              for (var i = 0; i <= LIMIT; i++) {
                read("x");
              }
            })
        .isInstanceOfSatisfying(
            ModelFailure.class,
            failure -> assertThat(failure.code()).isEqualTo("model_protocol_error"));
  }

  @Test
  void refusesAnEventOfLinesWithoutEnd() {
    assertThatThrownBy(
            () -> {
              for (var i = 0; i <= LIMIT; i++) {
                read("data:x\n");
              }
            })
        .isInstanceOf(ModelFailure.class);
  }

  private void read(String part) {
    read(part.getBytes(UTF_8));
  }

  private void read(byte[] part) {
    reader.read(Unpooled.wrappedBuffer(part));
  }

  private static Arguments stream(String name, String text, String... expected) {
    return argumentSet(name, text.getBytes(UTF_8), List.of(expected));
  }
}
