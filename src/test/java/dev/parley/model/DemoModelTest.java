package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.model.ModelCall.Role;
import dev.parley.model.ModelCall.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DemoModelTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Duration SOON = Duration.ofSeconds(10);

  private final DemoModel model = new DemoModel(Duration.ofMillis(1), Clock.systemUTC());
  private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
  private final Heard heard = new Heard();

  @AfterEach
  void close() {
    loop.shutdownNow();
  }

  @Test
  void saysThatItIsADemoAndHowToGetARealModel() throws InterruptedException {
    ask("Hello");

    assertThat(heard.whole(SOON))
        .contains("demo model")
        .contains("OPENAI_API_KEY")
        .contains("OPENAI_BASE_URL");
  }

  @Test
  void quotesTheQuestion() throws InterruptedException {
    ask("Wie geht's? 😀 100 %s");

    assertThat(heard.whole(SOON)).contains("“Wie geht's? 😀 100 %s”");
  }

  @Test
  void quotesTheBeginningOfALongQuestion() throws InterruptedException {
    ask("x" + "😀".repeat(200));

    assertThat(heard.whole(SOON)).contains("“x" + "😀".repeat(149) + "…”").doesNotContain("\ufffd");
  }

  @Test
  void saysHowManyMessagesItWasSent() throws InterruptedException {
    model.ask(
        new ModelCall(
            "any",
            List.of(
                new Turn(Role.SYSTEM, "Be brief."),
                new Turn(Role.USER, "Hello"),
                new Turn(Role.ASSISTANT, "Hi"),
                new Turn(Role.USER, "Bye"))),
        heard,
        loop);

    assertThat(heard.whole(SOON)).contains("“Bye”").contains("3 messages");
  }

  @Test
  void speaksTheProtocolWhereItsAnswerIsPassedOn() throws InterruptedException {
    var stream = passed(true);
    var text = new StringBuilder();
    for (var event : stream.strip().split("\n\n", -1)) {
      var chunk = JSON.readTree(event.substring("data: ".length()));
      text.append(chunk.at("/choices/0/delta/content").asString(""));
    }
    assertThat(text.toString()).isEqualTo(heard.whole(SOON));
    assertThat(stream).contains("\"role\":\"assistant\"").contains("\"usage\":{");
  }

  @Test
  void isAWholeDocumentWhereThatIsPassedOn() throws InterruptedException {
    var document = JSON.readTree(passed(false));
    assertThat(document.at("/choices/0/message/content").asString()).isEqualTo(heard.whole(SOON));
    assertThat(document.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
  }

  private String passed(boolean streamed) throws InterruptedException {
    var taken = new CopyOnWriteArrayList<String>();
    var passage =
        new Passage(
            "{}", streamed, true, (bytes, _) -> taken.add(bytes.toString(StandardCharsets.UTF_8)));
    model.ask(
        new ModelCall("any", List.of(new Turn(Role.USER, "“Hi”\n")), null, passage), heard, loop);
    heard.whole(SOON);
    return String.join("", taken);
  }

  @Test
  void comesInPieces() throws InterruptedException {
    ask("Hello");
    heard.whole(SOON);

    assertThat(heard.pieces()).hasSizeGreaterThan(20);
  }

  @Test
  void countsWhatItReadAndWrote() throws InterruptedException {
    ask("Hello");
    var text = heard.whole(SOON);

    assertThat(heard.end())
        .isEqualTo(
            new ModelEnd.Whole(new Usage(TokenEstimate.of("Hello"), TokenEstimate.of(text))));
  }

  @Test
  void isAlwaysAvailable() {
    assertThatCode(model::checkAvailable).doesNotThrowAnyException();
  }

  private void ask(String question) {
    model.ask(new ModelCall("any", List.of(new Turn(Role.USER, question))), heard, loop);
  }
}
