package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.Contract;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.Script;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Contract
class ResumeHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  /// Among the offsets are those between the halves of surrogate pairs.
  @Test
  void takesUpAFinishedAnswerAtEveryOffset() throws InterruptedException {
    var text = Script.emoji(26).text();
    try (var answer = OpenAnswer.of(member, "emoji-26-0")) {
      assertThat(answer.whole().text()).isEqualTo(text);
      for (var offset = 0; offset < text.length(); offset++) {
        var rest = answer.readFrom(offset);

        assertThat(text.substring(0, offset) + rest.text()).as("from %d", offset).isEqualTo(text);
        assertThat(rest.end().json().path("message")).isEqualTo(answer.stored());
      }
    }
  }

  @Test
  void takesUpAnAnswerThatIsBeingWrittenAtEveryOffset() throws InterruptedException {
    var model = GatedModel.of(server, 6);
    var text = model.text(4);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(4);
      assertThat(answer.nextText(text.length())).isEqualTo(text);
      var readers = new HashMap<Integer, EventStream>();
      for (var offset = 0; offset <= text.length(); offset++) {
        readers.put(offset, answer.resume(offset));
        assertThat(readers.get(offset).awaitHeaders(SOON)).isTrue();
      }
      model.release(2);
      for (var reader : readers.entrySet()) {
        var rest = AnswerTranscript.resumedAt(reader.getKey(), reader.getValue().readToEnd(SOON));

        assertThat(rest.text()).isEqualTo(model.text().substring(reader.getKey()));
        reader.getValue().close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3, '', 3", "'', 5, 5", "0, 5, 0", "7, 2, 7", "' ', 5, 5"})
  void takesTheOffsetFromTheHeaderBeforeTheAddress(String header, String after, int offset)
      throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-3-0")) {
      answer.whole();
      var headers = new HashMap<>(member.headers());
      if (!header.isEmpty()) {
        headers.put("Last-Event-ID", header);
      }
      var query = after.isEmpty() ? "" : "?after=" + after;
      var address = server.uri("/messages/%s/stream%s".formatted(answer.id(), query));
      try (var stream = EventStream.get(address, headers)) {
        assertThat(AnswerTranscript.resumedAt(offset, stream.readToEnd(SOON)).text())
            .isEqualTo(Script.words(3).text().substring(offset));
      }
    }
  }

  @Test
  void beginsAtTheBeginningWhereNoOffsetIsGiven() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-3-0")) {
      answer.whole();
      var address = server.uri("/messages/%s/stream".formatted(answer.id()));
      try (var stream = EventStream.get(address, member.headers())) {
        assertThat(AnswerTranscript.resumedAt(0, stream.readToEnd(SOON)).text())
            .isEqualTo(Script.words(3).text());
      }
    }
  }

  @Test
  void hasNothingMoreForWhoeverHasReadItAll() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-3-0")) {
      var end = answer.whole().endOffset();
      try (var stream = answer.resume(end)) {
        assertThat(stream.status()).isEqualTo(204);
        assertThat(stream.body(SOON)).isEmpty();
      }
    }
  }

  @Test
  void tellsTheEndOfABadAnswerAgain() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "eof-2")) {
      var first = answer.whole();
      var again = answer.readFrom(first.endOffset());

      assertThat(again.text()).isEmpty();
      assertThat(again.end().name()).isEqualTo("message.failed");
      assertThat(again.end().json()).isEqualTo(first.end().json());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10", "999", "2147483648", "4294967296", "-1", "1.5", "x", "0x1", "", "%20"})
  void refusesWhatIsNoOffsetOfTheText(String after) throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-3-0")) {
      assertThat(answer.whole().endOffset()).isEqualTo(9);

      member
          .get("/messages/%s/stream?after=%s".formatted(answer.id(), after))
          .expectProblem(422, "invalid_request");
    }
  }

  @Test
  void refusesAnOffsetBeyondWhatHasBeenWritten() throws InterruptedException {
    var model = GatedModel.of(server, 2);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(1);
      answer.nextText();

      member
          .get("/messages/%s/stream?after=4".formatted(answer.id()))
          .expectProblem(422, "invalid_request");
      model.release(1);
      assertThat(answer.rest(3).end().name()).isEqualTo("message.completed");
    }
  }

  @Test
  void readsAQuestionToo() throws InterruptedException {
    try (var answer = OpenAnswer.of(member, "say-1-0")) {
      answer.whole();
      var question = answer.started().json().path("user_message").path("id").stringValue();
      try (var stream = member.resume(question, 1)) {
        assertThat(AnswerTranscript.resumedAt(1, stream.readToEnd(SOON)).text()).isEqualTo("ello");
      }
    }
  }
}
