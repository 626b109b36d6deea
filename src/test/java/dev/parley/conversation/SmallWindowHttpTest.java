package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.TokenEstimate;
import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A model that takes 200 tokens, a quarter of which are kept for its answer.
class SmallWindowHttpTest {

  private static final int ROOM = 150;
  private static final String LONG = "All of this or nothing. ".repeat(10).strip();
  private static final TestServer SERVER = TestServer.start("--parley.model.windows.echo=200");
  private static final Client MEMBER = SERVER.member();

  private final Talk talk = Talk.start(MEMBER);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void getsTheNewestThatFit() {
    for (var i = 1; i <= 20; i++) {
      talk.ask("Question " + i);
    }
    var echoed = talk.askEcho("Last");
    var told = Talk.told(echoed);
    var sent = told.size() - 1;
    assertThat(sent).isBetween(4, 20);
    assertThat(told)
        .isEqualTo(
            Stream.concat(
                    talk.lines().subList(40 - sent, 40).stream().map(SmallWindowHttpTest::spoken),
                    Stream.of("user: Last"))
                .toList());
    assertThat(echoed.context().get("messages").intValue()).isEqualTo(sent);
    assertThat(echoed.context().get("left_out").intValue()).isEqualTo(40 - sent);
    fills(echoed, talk.lines().get(40 - sent - 1));
  }

  @Test
  void getsNoMessageInHalf() {
    talk.ask("Short");
    talk.ask(LONG);
    var echoed = talk.askEcho(LONG.substring(0, 150));
    assertThat(Talk.told(echoed))
        .containsExactly("assistant: w0 ", "user: " + LONG.substring(0, 150));
    assertThat(echoed.context().get("messages").intValue()).isOne();
    assertThat(echoed.context().get("left_out").intValue()).isEqualTo(3);
  }

  @Test
  void getsNothingFromBeforeAMessageThatDoesNotFit() {
    talk.ask("Short and old");
    talk.ask("x! ".repeat(100).strip());
    var echoed = talk.askEcho("Last");
    assertThat(Talk.told(echoed)).containsExactly("assistant: w0 ", "user: Last");
    assertThat(echoed.context().get("left_out").intValue()).isEqualTo(3);
  }

  @Test
  void getsTheDeveloperMessageAlways() {
    var strict = Talk.start(MEMBER, Map.of("developer_message", LONG));
    for (var i = 1; i <= 10; i++) {
      strict.ask("Question " + i);
    }
    var echoed = strict.askEcho("Last");
    assertThat(Talk.told(echoed)).startsWith("system: " + LONG).endsWith("user: Last");
    assertThat(echoed.context().get("messages").intValue()).isLessThan(20);
    assertThat(echoed.context().get("estimated_tokens").intValue()).isLessThanOrEqualTo(ROOM);
  }

  @Test
  void getsDeveloperMessageAndQuestionAlsoWhereTheyAloneAreTooLong() {
    var strict = Talk.start(MEMBER, Map.of("developer_message", LONG));
    strict.ask("Before");
    var echoed = strict.askEcho(LONG.repeat(3));
    assertThat(Talk.told(echoed)).containsExactly("system: " + LONG, "user: " + LONG.repeat(3));
    assertThat(echoed.context().get("messages").intValue()).isZero();
    assertThat(echoed.context().get("left_out").intValue()).isEqualTo(2);
    assertThat(echoed.context().get("estimated_tokens").intValue()).isGreaterThan(ROOM);
  }

  @Test
  void leavesTheStoredMessagesWhole() {
    for (var i = 1; i <= 10; i++) {
      talk.ask("Question " + i);
    }
    talk.askEcho("Last");
    assertThat(talk.branch()).hasSize(22);
    assertThat(talk.lines().getFirst()).isEqualTo("Question 1");
  }

  /// It fits, and with the message before those that were sent it would not.
  private static void fills(Talk.Exchange echoed, String leftOut) {
    var tokens = echoed.context().get("estimated_tokens").intValue();
    assertThat(tokens).isLessThanOrEqualTo(ROOM);
    assertThat(tokens + TokenEstimate.of(leftOut) + TokenEstimate.PER_MESSAGE).isGreaterThan(ROOM);
  }

  private static String spoken(String line) {
    return (line.equals("w0 ") ? "assistant: " : "user: ") + line;
  }
}
