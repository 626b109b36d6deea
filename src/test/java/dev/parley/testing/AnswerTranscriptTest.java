package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTranscriptTest {
  private static final Event STARTED = new Event("0", "message.started", "{}");

  @Test
  void takesTheAnswerToAQuestion() {
    var transcript =
        AnswerTranscript.ofQuestion(
            List.of(STARTED, delta(5, "Hello"), delta(8, " 😀"), completed(8, "Hello 😀")));

    assertThat(transcript.text()).isEqualTo("Hello 😀");
    assertThat(transcript.end().name()).isEqualTo("message.completed");
    assertThat(transcript.endOffset()).isEqualTo(8);
    assertThat(transcript.started()).isEqualTo(STARTED);
  }

  @Test
  void takesTheRestOfAnAnswer() {
    var transcript =
        AnswerTranscript.resumedAt(5, List.of(delta(8, " 😀"), completed(8, "Hello 😀")));

    assertThat(transcript.text()).isEqualTo(" 😀");
    assertThat(transcript.startOffset()).isEqualTo(5);
    assertThat(transcript.started()).isNull();
  }

  @Test
  void takesAnAnswerThatEndedBadly() {
    var failed =
        new Event(
            "2", "message.failed", "{\"code\":\"model_error\",\"detail\":\"\",\"message\":{}}");

    assertThat(AnswerTranscript.ofQuestion(List.of(STARTED, delta(2, "ab"), failed)).end())
        .isEqualTo(failed);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        argumentSet("nothing", List.of()),
        argumentSet("no start", List.of(delta(1, "a"), completed(1, "a"))),
        argumentSet("no end", List.of(STARTED, delta(1, "a"))),
        argumentSet("two ends", List.of(STARTED, completed(0, ""), completed(0, ""))),
        argumentSet("text after the end", List.of(STARTED, completed(0, ""), delta(1, "a"))),
        argumentSet("two starts", List.of(STARTED, STARTED, completed(0, ""))),
        argumentSet("a gap", List.of(STARTED, delta(2, "a"), completed(2, "a"))),
        argumentSet("code points counted", List.of(STARTED, delta(1, "😀"), completed(1, "😀"))),
        argumentSet("an end further on", List.of(STARTED, delta(1, "a"), completed(2, "ab"))),
        argumentSet("another content", List.of(STARTED, delta(1, "a"), completed(1, "b"))),
        argumentSet("no id", List.of(STARTED, new Event(null, "message.delta", "{\"text\":\"\"}"))),
        argumentSet("an unknown event", List.of(STARTED, new Event("0", "ping", "{}"))));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void refuses(List<Event> events) {
    assertThatThrownBy(() -> AnswerTranscript.ofQuestion(events))
        .isInstanceOf(AssertionError.class);
  }

  private static Event delta(int offset, String text) {
    return new Event(
        Integer.toString(offset),
        "message.delta",
        "{\"text\":%s}".formatted(CompletionJson.quote(text)));
  }

  private static Event completed(int offset, String content) {
    return new Event(
        Integer.toString(offset),
        "message.completed",
        "{\"message\":{\"status\":\"completed\",\"content\":%s}}"
            .formatted(CompletionJson.quote(content)));
  }
}
