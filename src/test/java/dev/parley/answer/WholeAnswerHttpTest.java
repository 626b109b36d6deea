package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Keeps;
import dev.parley.testing.Script;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeAnswerHttpTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestServer server = TestServer.shared();
  private final Client member = server.member();

  @Test
  void comesAsOneDocument() {
    var conversation = member.conversation();
    var response = member.ask(conversation, "emoji-40-0", "Hello").expect(200);
    var message = response.body().path("message");

    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(message.path("content").stringValue()).isEqualTo(Script.emoji(40).text());
    assertThat(message.path("status").stringValue()).isEqualTo("completed");
    assertThat(message.path("usage").path("output_tokens").intValue()).isEqualTo(40);
    assertThat(message)
        .isEqualTo(member.get("/messages/" + message.path("id").stringValue()).body());
    assertThat(response.body().path("user_message").path("content").stringValue())
        .isEqualTo("Hello");
    assertThat(response.body().path("context").path("left_out").intValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"say-0-0, ''", "say-3-20, 'w0 w1 w2 '", "slow-first-1, 'w0 w1 w2 '"})
  void waitsForTheEnd(String model, String text) {
    var body = member.ask(member.conversation(), model, "Hello").expect(200).body();

    assertThat(body.path("message").path("content").stringValue()).isEqualTo(text);
  }

  @Keeps("gone.stored")
  @Test
  void goesOnWithoutTheOneWhoAsked() throws InterruptedException {
    var model = GatedModel.of(server, 3);
    var conversation = member.conversation();
    var address = server.uri("/conversations/%s/messages".formatted(conversation));
    var body = "{\"content\":\"Hello\",\"model\":\"%s\"}".formatted(model.name());
    var headers = new HashMap<>(member.headers());
    headers.put("Accept", "application/json");
    try (var asker = EventStream.post(address, headers, body)) {
      var call = model.call();
      asker.drop();
      assertThat(call.awaitClosed(Duration.ofMillis(100))).isFalse();
    }
    var id = member.get(address.getPath()).body().path("data").path(1).path("id").stringValue();
    try (var reader = member.resume(id, 0)) {
      model.release(3);

      assertThat(reader.readToEnd(SOON))
          .last()
          .satisfies(end -> assertThat(end.name()).isEqualTo("message.completed"));
    }
  }
}
