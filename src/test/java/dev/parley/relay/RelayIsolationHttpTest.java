package dev.parley.relay;

import static dev.parley.relay.OwnKey.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Call;
import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a question with an own key has to do with anything else: nothing.
class RelayIsolationHttpTest {

  private static final TestServer SERVER =
      TestServer.start(
          "--parley.model.allowed=gpt-4.1-mini,gpt-4o-mini,gpt-3.5-turbo,status-500,status-401",
          "--parley.model.default-model=gpt-4.1-mini");

  private final Client client = SERVER.client();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void asksTheDefaultModelWhereNoneIsNamed() {
    var fields = question("");
    fields.remove("model");
    client.post("/api/chat", fields).expect(200);
    assertThat(SERVER.model().calls("gpt-4.1-mini")).isNotEmpty();
  }

  @Test
  void asksOnlyModelsThatAreAllowed() {
    client.post("/api/chat", question("gpt-4o-mini")).expect(200);
    client.post("/api/chat", question("gpt-3.5-turbo")).expect(200);
    client.post("/api/chat", question("gpt-5")).expectInvalid("model");
    assertThat(SERVER.model().count("gpt-5")).isZero();
  }

  @Test
  void storesNothingAndLogsNoText() throws IOException {
    var before = rows("conversations") + rows("messages");
    var fields = question("gpt-4o-mini", "user_message", "plover-question-17");
    fields.put("developer_message", "plover-instruction-17");
    fields.put("api_key", "sk-plover-key-17");
    client.post("/api/chat", fields).expect(200);
    fields.put("model", "status-401");
    client.post("/api/chat", fields).expect(401);

    assertThat(rows("conversations") + rows("messages")).isEqualTo(before);
    assertThat(text(TestServer.LOG)).doesNotContain("plover-");
    try (var files = Files.walk(SERVER.data())) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(text(file)).doesNotContain("plover-"));
    }
  }

  @Test
  void failsAloneAndNeverWithTheServersKey() {
    for (var i = 0; i < 6; i++) {
      client.post("/api/chat", question("status-500")).expectProblem(502, "model_error");
    }
    assertThat(SERVER.model().calls("status-500"))
        .extracting(Call::bearer)
        .containsOnly(OwnKey.KEY);

    var member = SERVER.member();
    member.ask(member.conversation(), "gpt-3.5-turbo", "Hello").expect(200);
    assertThat(SERVER.model().calls("gpt-3.5-turbo").getLast().bearer())
        .as("the next question goes with the server's key again")
        .startsWith("sk-the-servers-own-key");
  }

  private static int rows(String table) {
    return SERVER
        .bean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM " + table)
        .query(Integer.class)
        .single();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
