package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.AnswerTranscript;
import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.OpenAnswer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @ParameterizedTest
  @ValueSource(ints = {2, 20})
  void allSeeTheSame(int count) throws InterruptedException {
    var model = GatedModel.of(server, 30);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(10);
      var readers = IntStream.range(0, count).mapToObj(_ -> answer.resume(0)).toList();
      for (var reader : readers) {
        assertThat(reader.awaitHeaders(SOON)).isTrue();
      }
      model.release(20);
      var asker = answer.whole();

      assertThat(asker.text()).isEqualTo(model.text());
      for (var reader : readers) {
        var seen = AnswerTranscript.resumedAt(0, reader.readToEnd(SOON));
        assertThat(seen.text()).isEqualTo(asker.text());
        assertThat(seen.end()).isEqualTo(asker.end());
        reader.close();
      }
      assertThat(server.model().count(model.name())).isEqualTo(1);
    }
  }

  @Test
  void seeEachPieceAtOnce() throws InterruptedException {
    var model = GatedModel.of(server, 2);
    try (var answer = OpenAnswer.of(member, model);
        var second = answer.resume(0)) {
      assertThat(second.awaitHeaders(SOON)).isTrue();
      model.release(1);

      assertThat(answer.nextText()).isEqualTo(model.text(1));
      assertThat(second.next(SOON).json().path("text").stringValue()).isEqualTo(model.text(1));
      model.release(1);
      answer.rest(3);
    }
  }

  @Test
  void comeLateAndGetAllThatWasWritten() throws InterruptedException {
    var model = GatedModel.of(server, 5);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(4);
      answer.nextText(model.text(4).length());
      try (var late = answer.resume(0)) {
        assertThat(late.next(SOON).json().path("text").stringValue()).isEqualTo(model.text(4));
        model.release(1);

        var rest = AnswerTranscript.resumedAt(model.text(4).length(), late.readToEnd(SOON));
        assertThat(rest.end()).isEqualTo(answer.rest(model.text(4).length()).end());
      }
    }
  }

  @Keeps("gone.stored")
  @Test
  void leaveByHangingUpAndTheAnswerGoesOn() throws Exception {
    leave(EventStream::hangUp);
  }

  @Keeps("gone.stored")
  @Test
  void leaveByDroppingTheConnectionAndTheAnswerGoesOn() throws Exception {
    leave(EventStream::drop);
  }

  private void leave(Leaving how) throws Exception {
    var model = GatedModel.of(server, 4);
    try (var answer = OpenAnswer.of(member, model)) {
      model.release(1);
      answer.nextText();
      var second = answer.resume(0);
      assertThat(second.next(SOON).json().path("text").stringValue()).isEqualTo(model.text(1));
      how.leave(second);
      how.leave(answer.stream());
      model.release(1);
      assertThat(model.call().awaitClosed(Duration.ofMillis(100))).as("at the model").isFalse();
      model.release(2);

      assertThat(answer.readFrom(0).text()).isEqualTo(model.text());
      assertThat(answer.stored().path("status").stringValue()).isEqualTo("completed");
    }
  }

  private interface Leaving {
    void leave(EventStream stream) throws IOException;
  }
}
