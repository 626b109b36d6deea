package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Client;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A server for which it is too long already when a question waits at all.
class BacklogHttpTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start("--parley.answer.behind=0s");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Keeps("overload.refused")
  void refusesQuestionsAndNothingElse() {
    var member = server.member();
    var conversation = member.conversation();
    var path = "/conversations/%s/messages".formatted(conversation);
    await().until(() -> ask(member, path) == 503);

    var refused = member.ask(conversation, "say-1-0", "And now?");

    refused.expectProblem(503, "server_busy");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("X-Request-Id")).isNotEmpty();
    member.post("/v1/chat/completions", "{}").expectError(503, "server_busy");
    member.get(path).expect(200);
    member.conversation();
  }

  private static int ask(Client member, String path) {
    return member.post(path, Map.of("content", "Hello", "model", "say-1-0")).status();
  }
}
