package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventParserTest {
  private final List<Event> events = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final EventParser parser = new EventParser(events::add, comments::add);

  static Stream<Arguments> grammar() {
    return Stream.of(
        stream("LF", "data: a\n\ndata: b\n\n", data("a"), data("b")),
        stream("CR LF", "data: a\r\n\r\ndata: b\r\n\r\n", data("a"), data("b")),
        stream("CR", "data: a\r\rdata: b\r\r", data("a"), data("b")),
        stream("all line ends in one stream", "data: a\r\n\ndata: b\n\r", data("a"), data("b")),
        stream("a byte order mark", "\uFEFFdata: a\n\n", data("a")),
        stream("a second byte order mark is text", "data: \uFEFFa\n\n", data("\uFEFFa")),
        stream("several lines", "data: a\ndata:\ndata: b\n\n", data("a\n\nb")),
        stream("no space after the colon", "data:a\n\n", data("a")),
        stream("one space only is taken", "data:  a\n\n", data(" a")),
        stream("a colon in the value", "data: a: b\n\n", data("a: b")),
        stream("no colon", "data\n\n", data("")),
        stream("id and name", "id: 5\nevent: x\ndata: a\n\n", event("5", "x", "a")),
        stream(
            "neither is kept",
            "id: 5\nevent: x\ndata: a\n\ndata: b\n\n",
            event("5", "x", "a"),
            data("b")),
        stream("an id with NUL is none", "id: 5\0\ndata: a\n\n", data("a")),
        stream("an event without data", "event: x\nid: 5\n\ndata: a\n\n", data("a")),
        stream("unknown fields", "retry: 10\nData: b\ndata : c\ndata: a\n\n", data("a")),
        stream("comments", ": x\ndata: a\n:\ndata: b\n\n", data("a\nb")),
        stream("more empty lines", "\n\n\ndata: a\n\n\n\n", data("a")),
        stream("U+2028 and U+0085 end no line", "data: a\u2028\u0085b\n\n", data("a\u2028\u0085b")),
        stream("an unfinished event", "data: a\n"));
  }

  @ParameterizedTest
  @MethodSource("grammar")
  void reads(String text, List<Event> expected) throws CharacterCodingException {
    parse(text);

    assertThat(events).isEqualTo(expected);
  }

  @Test
  void passesAnEventOnWithItsLastByte() throws CharacterCodingException {
    parse("data: a\r\n\r");

    assertThat(events).containsExactly(data("a"));
  }

  @Test
  void countsComments() throws CharacterCodingException {
    parse(": one\n\ndata: a\n:two\n\n");

    assertThat(comments).containsExactly("one", "two");
  }

  @Test
  void knowsWhereAStreamMayEnd() throws CharacterCodingException {
    assertThat(parser.isBetweenEvents()).isTrue();
    parse("data: a");
    assertThat(parser.isBetweenEvents()).isFalse();
    parse("\n");
    assertThat(parser.isBetweenEvents()).isFalse();
    parse("\n: comment\n");
    assertThat(parser.isBetweenEvents()).isTrue();
  }

  @Test
  void refusesWhatIsNoUtf8() {
    assertThatThrownBy(
            () -> {
              for (byte b : "data: \u00C3(\n".getBytes(StandardCharsets.ISO_8859_1)) {
                parser.accept(b);
              }
            })
        .isInstanceOf(CharacterCodingException.class);
  }

  private void parse(String text) throws CharacterCodingException {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      parser.accept(b);
    }
  }

  private static Arguments stream(String name, String text, Event... expected) {
    return argumentSet(name, text, List.of(expected));
  }

  private static Event data(String data) {
    return event(null, "message", data);
  }

  private static Event event(@Nullable String id, String name, String data) {
    return new Event(id, name, data);
  }
}
