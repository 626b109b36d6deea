package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TitleHttpTest {

  private static final Client MEMBER = TestServer.shared().member();

  private final Talk talk = Talk.start(MEMBER);

  @Test
  void isGivenByTheFirstQuestion() {
    talk.ask("How do cats purr?");
    assertThat(title(talk)).isEqualTo("How do cats purr?");
  }

  @Test
  void isNotChangedByTheNextQuestion() {
    talk.ask("How do cats purr?");
    talk.ask("And dogs?");
    talk.askFirst("And birds?");
    assertThat(title(talk)).isEqualTo("How do cats purr?");
  }

  @Test
  void isNotChangedWhereThereIsOne() {
    var titled = Talk.start(MEMBER, Map.of("title", "Animals"));
    titled.ask("How do cats purr?");
    assertThat(title(titled)).isEqualTo("Animals");
  }

  @Test
  void isThereAsSoonAsTheQuestionIs() throws InterruptedException {
    try (var stream = MEMBER.askStreaming(talk.id(), "say-1-0", "How do cats purr?")) {
      stream.next(Duration.ofSeconds(10));
      assertThat(title(talk)).isEqualTo("How do cats purr?");
    }
  }

  @Test
  void isOneLineAndNotLong() {
    talk.ask("\n  First line\n\tsecond line " + "and on ".repeat(50));
    assertThat(title(talk)).startsWith("First line second line and on").endsWith("…");
    assertThat(title(talk).codePointCount(0, title(talk).length())).isLessThanOrEqualTo(60);
  }

  private static String title(Talk talk) {
    return talk.conversation().get("title").stringValue();
  }
}
